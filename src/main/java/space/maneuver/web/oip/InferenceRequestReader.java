package space.maneuver.web.oip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/** Reads the JSON of a request for one model without a tree between. */
final class InferenceRequestReader {

  private static final int LONGEST_ID = 256;
  private static final String BINARY_OUTPUT = "binary_data_output";
  private static final String BINARY = "binary_data";

  private final ModelTensors tensors;
  private final int mostNumbers;
  private final List<InputTensor> inputs = new ArrayList<>();
  private final List<RequestedOutput> outputs = new ArrayList<>();
  private final Set<String> inputNames = new HashSet<>();
  private final Set<String> outputNames = new HashSet<>();
  private @Nullable String id;
  private boolean hasInputs;
  private boolean binaryOutput;

  /**
   * @param mostNumbers that a tensor may have
   */
  InferenceRequestReader(ModelTensors tensors, int mostNumbers) {
    this.tensors = tensors;
    this.mostNumbers = mostNumbers;
  }

  /**
   * Reads all that the parser gives.
   *
   * @throws tools.jackson.core.JacksonException when it is not JSON
   */
  InferenceRequest read(JsonParser parser) {
    if (parser.nextToken() == null) {
      throw new StreamReadException(parser, "there is nothing");
    }
    JsonValues.startObject(parser, "the request");
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case "id" -> readId(parser);
        case "inputs" -> readInputs(parser);
        case "outputs" -> readOutputs(parser);
        case "parameters" -> binaryOutput = Boolean.TRUE.equals(flag(parser, BINARY_OUTPUT));
        default -> parser.skipChildren();
      }
    }
    if (parser.nextToken() != null) {
      throw new StreamReadException(parser, "nothing may follow the object");
    }
    if (!hasInputs) {
      throw InferenceFaults.of("inputs is missing");
    }
    return new InferenceRequest(id, inputs, outputs, binaryOutput);
  }

  private void readId(JsonParser parser) {
    if (parser.currentToken() != JsonToken.VALUE_NULL) {
      id = JsonValues.string(parser, "id");
      if (id.length() > LONGEST_ID) {
        throw InferenceFaults.of("id must have at most " + LONGEST_ID + " characters");
      }
    }
  }

  private void readInputs(JsonParser parser) {
    hasInputs = true;
    JsonValues.startList(parser, "inputs");
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      InputTensor input =
          new InputReader(mostNumbers, "inputs[" + inputs.size() + "]").read(parser);
      requireOnce(input.name(), "input", tensors.inputs(), inputNames);
      inputs.add(input);
    }
  }

  private void readOutputs(JsonParser parser) {
    JsonValues.startList(parser, "outputs");
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      RequestedOutput output = output(parser, "outputs[" + outputs.size() + "]");
      requireOnce(output.name(), "output", tensors.outputs(), outputNames);
      outputs.add(output);
    }
  }

  private static RequestedOutput output(JsonParser parser, String place) {
    JsonValues.startObject(parser, place);
    String name = null;
    Boolean binary = null;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case "name" -> name = JsonValues.string(parser, place + ".name");
        case "parameters" -> binary = flag(parser, BINARY);
        default -> parser.skipChildren();
      }
    }
    return new RequestedOutput(JsonValues.present(name, place + ".name"), binary);
  }

  /** The parameter of that name among those that the parser stands on; null if it is not there. */
  private static @Nullable Boolean flag(JsonParser parser, String name) {
    JsonValues.startObject(parser, "parameters");
    Boolean flag = null;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean wanted = parser.currentName().equals(name);
      parser.nextToken();
      if (wanted) {
        flag = JsonValues.bool(parser, name);
      } else {
        parser.skipChildren();
      }
    }
    return flag;
  }

  private static void requireOnce(
      String name, String kind, List<TensorMetadata> known, Set<String> seen) {
    List<String> names = known.stream().map(TensorMetadata::name).toList();
    if (!names.contains(name)) {
      throw InferenceFaults.ofTensor(name, "is no " + kind + " of the model; known are " + names);
    }
    if (!seen.add(name)) {
      throw InferenceFaults.ofTensor(name, "is there twice among the " + kind + "s");
    }
  }

  /** Reads what the JSON of a request says of one input, whose fields come in any order. */
  private static final class InputReader {

    private static final String BINARY_SIZE = "binary_data_size";

    private final int mostNumbers;
    private final String place;
    private @Nullable String name;
    private @Nullable String datatype;
    private long @Nullable [] shape;
    private @Nullable TensorNumbers data;
    private @Nullable Long binaryBytes;

    /**
     * @param mostNumbers that a tensor may have
     * @param place of the input in the request
     */
    InputReader(int mostNumbers, String place) {
      this.mostNumbers = mostNumbers;
      this.place = place;
    }

    /** Reads the value that the parser stands on, to its end. */
    InputTensor read(JsonParser parser) {
      JsonValues.startObject(parser, place);
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String field = parser.currentName();
        parser.nextToken();
        switch (field) {
          case "name" -> name = JsonValues.string(parser, place + ".name");
          case "datatype" -> datatype = JsonValues.string(parser, what("datatype"));
          case "shape" -> shape = shape(parser);
          case "parameters" -> parameters(parser);
          case "data" -> {
            data = new TensorNumbers(most());
            data.read(parser);
          }
          default -> parser.skipChildren();
        }
      }
      return tensor();
    }

    private InputTensor tensor() {
      String own = JsonValues.present(name, place + ".name");
      String type = JsonValues.present(datatype, what("datatype"));
      long[] sizes = JsonValues.present(shape, what("shape"));
      if (data == null && binaryBytes == null) {
        throw InferenceFaults.ofTensor(own, "has neither data nor " + BINARY_SIZE);
      }
      if (data != null && binaryBytes != null) {
        throw InferenceFaults.ofTensor(own, "has both data and " + BINARY_SIZE);
      }
      return new InputTensor(own, type, sizes, data, binaryBytes == null ? 0 : binaryBytes);
    }

    private long[] shape(JsonParser parser) {
      JsonValues.startList(parser, what("shape"));
      long[] sizes = new long[TensorNumbers.MOST_DIMENSIONS];
      int count = 0;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (count == sizes.length) {
          throw InferenceFaults.of(what("shape") + " has more than " + count + " dimensions");
        }
        sizes[count] = JsonValues.size(parser, what("shape[" + count + "]"));
        count++;
      }
      return Arrays.copyOf(sizes, count);
    }

    private void parameters(JsonParser parser) {
      JsonValues.startObject(parser, what("parameters"));
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean wanted = parser.currentName().equals(BINARY_SIZE);
        parser.nextToken();
        if (wanted) {
          binaryBytes = JsonValues.size(parser, what(BINARY_SIZE));
        } else {
          parser.skipChildren();
        }
      }
    }

    /** One more than the shape asks for would be too much already. */
    private int most() {
      return shape == null ? mostNumbers : (int) Math.min(mostNumbers, InputTensor.elements(shape));
    }

    private String what(String field) {
      return name == null ? place + "." + field : "tensor " + name + ": " + field;
    }
  }
}

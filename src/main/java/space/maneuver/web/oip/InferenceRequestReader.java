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

/** Reads the JSON of a request in one pass, without building a tree. */
final class InferenceRequestReader {

  private static final int LONGEST_ID = 256;
  private static final String BINARY_OUTPUT = "binary_data_output";
  private static final String BINARY = "binary_data";

  private final ModelTensors tensors;
  private final int maxNumbers;
  private final List<InputTensor> inputs = new ArrayList<>();
  private final List<RequestedOutput> outputs = new ArrayList<>();
  private final Set<String> inputNames = new HashSet<>();
  private final Set<String> outputNames = new HashSet<>();
  private @Nullable String id;
  private boolean hasInputs;
  private boolean binaryOutput;

  /**
   * Creates a reader for one request.
   *
   * @param maxNumbers maximum number of elements of a tensor
   */
  InferenceRequestReader(ModelTensors tensors, int maxNumbers) {
    this.tensors = tensors;
    this.maxNumbers = maxNumbers;
  }

  /**
   * Reads the whole document.
   *
   * @throws tools.jackson.core.JacksonException if it is not JSON
   */
  InferenceRequest read(JsonParser parser) {
    if (parser.nextToken() == null) {
      throw new StreamReadException(parser, "the body is empty");
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
      throw new StreamReadException(parser, "unexpected content after the object");
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
      InputTensor input = new InputReader(maxNumbers, "inputs[" + inputs.size() + "]").read(parser);
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

  /** Returns a parameter of the parameters object that the parser is at; null if it is missing. */
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
      throw InferenceFaults.ofTensor(name, "unknown " + kind + "; expected one of " + names);
    }
    if (!seen.add(name)) {
      throw InferenceFaults.ofTensor(name, "appears twice in " + kind + "s");
    }
  }

  /** Reads the JSON of one input, whose fields may come in any order. */
  private static final class InputReader {

    private static final String BINARY_SIZE = "binary_data_size";

    private final int maxNumbers;
    private final String place;
    private @Nullable String name;
    private @Nullable String datatype;
    private long @Nullable [] shape;
    private @Nullable TensorNumbers data;
    private @Nullable Long binaryBytes;

    /**
     * Creates a reader for one input.
     *
     * @param maxNumbers maximum number of elements of a tensor
     * @param place of the input in the request
     */
    InputReader(int maxNumbers, String place) {
      this.maxNumbers = maxNumbers;
      this.place = place;
    }

    /** Reads the current value of the parser to its end. */
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
            data = new TensorNumbers(max());
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
      long[] sizes = new long[TensorNumbers.MAX_DIMENSIONS];
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

    /** Maximum number of elements to read: any beyond the shape are an error anyway. */
    private int max() {
      return shape == null ? maxNumbers : (int) Math.min(maxNumbers, InputTensor.elements(shape));
    }

    private String what(String field) {
      return name == null ? place + "." + field : "tensor " + name + ": " + field;
    }
  }
}

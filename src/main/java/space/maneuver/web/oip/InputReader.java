package space.maneuver.web.oip;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads what the JSON of a request says of one input, whose fields come in any order. */
final class InputReader {

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

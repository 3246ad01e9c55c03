package space.maneuver.web.oip;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import space.maneuver.web.json.NumbersParser;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the elements of a tensor from JSON, nested or flat, straight into an array. */
final class TensorNumbers {

  static final int MAX_DIMENSIONS = 8;

  private static final int FIRST = 1 << 10;
  private static final int UNKNOWN = -1;

  private final int max;
  private final int[] extents = new int[MAX_DIMENSIONS];
  private float[] values;
  private int count;
  private int depth = UNKNOWN;
  private @Nullable String fault;

  /**
   * Creates an empty reader.
   *
   * @param max maximum number of elements
   */
  TensorNumbers(int max) {
    this.max = max;
    values = new float[Math.min(max, FIRST)];
    Arrays.fill(extents, UNKNOWN);
  }

  /** Reads the current value of the parser to its end. */
  void read(JsonParser parser) {
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      list(parser, 0);
    } else {
      fail(parser, "data must be a list of numbers");
    }
  }

  /** Returns the elements, of which only the first {@link #count()} are valid; null is NaN. */
  float[] values() {
    return values;
  }

  int count() {
    return count;
  }

  /** Returns why the data do not have the given shape; null if they do. */
  @Nullable String mismatch(long[] shape) {
    if (fault != null) {
      return fault;
    }
    if (count != InputTensor.elements(shape)) {
      return "data has " + count + " numbers; its shape requires " + InputTensor.elements(shape);
    }
    if (depth > 0) {
      boolean alike = depth + 1 == shape.length;
      for (int level = 0; alike && level <= depth; level++) {
        alike = extents[level] == shape[level];
      }
      if (!alike) {
        return "data is nested as "
            + Arrays.toString(Arrays.copyOf(extents, depth + 1))
            + "; its shape is "
            + Arrays.toString(shape);
      }
    }
    return null;
  }

  private void list(JsonParser parser, int level) {
    int items = plain(parser, level);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      switch (parser.currentToken()) {
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> add(parser, level, parser.getFloatValue());
        case VALUE_NULL -> add(parser, level, Float.NaN);
        case START_ARRAY -> nested(parser, level + 1);
        default -> fail(parser, "data must contain only numbers");
      }
      items++;
      items += plain(parser, level);
    }
    if (extents[level] == UNKNOWN) {
      extents[level] = items;
    } else if (extents[level] != items) {
      fail(
          parser, "data has sibling lists of " + extents[level] + " and of " + items + " elements");
    }
  }

  private void nested(JsonParser parser, int level) {
    if (level == MAX_DIMENSIONS || depth != UNKNOWN && level > depth) {
      fail(parser, "data mixes lists and numbers, or is nested too deeply");
    } else if (fault == null) {
      list(parser, level);
    } else {
      parser.skipChildren();
    }
  }

  /** Reads the run of ordinary numbers that comes next. */
  private int plain(JsonParser parser, int level) {
    int before = count;
    if (fault == null && parser instanceof NumbersParser numbers) {
      int read;
      do {
        reserve();
        read = numbers.numbers(values, count, values.length - count);
        count += read;
      } while (read > 0 && count == values.length && count < max);
      if (count > before) {
        requireLevel(parser, level);
      }
    }
    return count - before;
  }

  private void add(JsonParser parser, int level, float value) {
    requireLevel(parser, level);
    reserve();
    if (count == values.length) {
      fail(parser, "data has more than " + max + " numbers");
    } else {
      values[count++] = value;
    }
  }

  private void requireLevel(JsonParser parser, int level) {
    if (depth == UNKNOWN) {
      depth = level;
    } else if (depth != level) {
      fail(parser, "data mixes lists and numbers");
    }
  }

  private void reserve() {
    if (count == values.length && count < max) {
      values = Arrays.copyOf(values, (int) Math.min(max, Math.max(FIRST, 2L * count)));
    }
  }

  private void fail(JsonParser parser, String reason) {
    if (fault == null) {
      fault = reason;
    }
    parser.skipChildren();
  }
}

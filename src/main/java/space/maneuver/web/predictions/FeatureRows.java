package space.maneuver.web.predictions;

import java.util.Arrays;
import space.maneuver.features.window.Channel;
import space.maneuver.features.window.FeatureSchema;
import space.maneuver.web.json.NumbersParser;
import space.maneuver.web.problem.FaultCode;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the rows of one window straight into an array. */
final class FeatureRows {

  private static final int FIRST_ROWS = 60;

  private final FeatureSchema schema;
  private final int width;
  private final int mostSteps;
  private final WindowFaults faults;

  private float[] values;
  private int steps;
  private boolean observed;

  FeatureRows(FeatureSchema schema, int mostSteps, WindowFaults faults) {
    this.schema = schema;
    this.width = schema.width();
    this.mostSteps = mostSteps;
    this.faults = faults;
    this.values = new float[FIRST_ROWS * width];
  }

  int steps() {
    return steps;
  }

  /** Whether any row has a number. */
  boolean observed() {
    return observed;
  }

  float[] values() {
    return Arrays.copyOf(values, steps * width);
  }

  /** Reads the list that the parser stands on, to its end. */
  void read(JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      faults.addCurrent(parser, FaultCode.WRONG_TYPE, "features", "must be a list of rows");
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (steps == mostSteps) {
        faults.add(
            FaultCode.TOO_MANY_STEPS, "features", null, "must have at most " + mostSteps + " rows");
      }
      if (faults.first() == null) {
        row(parser);
        steps++;
      } else {
        parser.skipChildren();
      }
    }
  }

  private void row(JsonParser parser) {
    if ((steps + 1) * width > values.length) {
      values = Arrays.copyOf(values, values.length * 2);
    }
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      Arrays.fill(values, steps * width, (steps + 1) * width, Float.NaN);
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      numbers(parser);
    } else {
      faults.addCurrent(parser, FaultCode.WRONG_TYPE, field(), "must be a list of numbers or null");
    }
  }

  private void numbers(JsonParser parser) {
    int column = plainNumbers(parser, 0);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (column < width) {
        values[steps * width + column] = number(parser, column);
      } else {
        parser.skipChildren();
      }
      column++;
      column += plainNumbers(parser, column);
    }
    if (column != width) {
      faults.add(
          FaultCode.WRONG_WIDTH,
          field(),
          Integer.toString(column),
          "must have " + width + " numbers, has " + column);
    }
  }

  /** Reads those numbers that come next and are nothing special. */
  private int plainNumbers(JsonParser parser, int column) {
    if (!(parser instanceof NumbersParser numbers) || column >= width) {
      return 0;
    }
    int count = numbers.numbers(values, steps * width + column, width - column);
    observed |= count > 0;
    return count;
  }

  private float number(JsonParser parser, int column) {
    switch (parser.currentToken()) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        float value = parser.getFloatValue();
        if (Float.isFinite(value)) {
          observed = true;
          return value;
        }
        fault(parser, FaultCode.NOT_FINITE, column, "must be a finite 32-bit number");
      }
      case VALUE_NULL -> {
        if (!schema.channels().get(column).nullable()) {
          fault(parser, FaultCode.MISSING_VALUE, column, "must not be null in a row that is there");
        }
      }
      default -> fault(parser, FaultCode.WRONG_TYPE, column, "must be a number");
    }
    return Float.NaN;
  }

  private void fault(JsonParser parser, FaultCode code, int column, String reason) {
    Channel channel = schema.channels().get(column);
    faults.addCurrent(parser, code, field() + "[" + column + "]", channel.name() + " " + reason);
  }

  private String field() {
    return "features[" + steps + "]";
  }
}

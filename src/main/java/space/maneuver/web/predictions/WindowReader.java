package space.maneuver.web.predictions;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import space.maneuver.features.window.Channel;
import space.maneuver.features.window.FeatureSchema;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.features.window.Sampling;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.web.json.NumbersParser;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.FaultCode;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;

/**
 * Reads one window of a request. Its first fault becomes its result and does not affect other
 * windows.
 */
final class WindowReader {

  private static final int HIGHEST_NORAD_ID = 999_999_999;
  private static final int LONGEST_ID = 256;

  private final ModelBundle bundle;
  private final FeatureSchema schema;
  private final WindowDays windowDays;
  private final WindowFaults faults;
  private final FeatureRows rows;

  private @Nullable String id;
  private @Nullable Integer noradId;
  private @Nullable Instant start;
  private @Nullable OrbitRegime regime;
  private @Nullable Integer days;
  private boolean hasFeatures;
  private final WindowOrigin origin = new WindowOrigin();

  WindowReader(ModelBundle bundle, int maxSteps, WindowFaults faults) {
    this.bundle = bundle;
    this.schema = bundle.features().schema();
    this.windowDays = new WindowDays(bundle.windowDays());
    this.faults = faults;
    this.rows = new FeatureRows(schema, maxSteps, faults);
  }

  /** Reads the current value of the parser to its end. */
  WindowOutcome read(JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      faults.addCurrent(parser, FaultCode.WRONG_TYPE, "", "must be an object");
      return outcome();
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "id" -> readId(parser);
        case "noradId" -> noradId = optionalInteger(parser, "noradId", HIGHEST_NORAD_ID);
        case "start" -> readStart(parser);
        case "regime" -> readRegime(parser);
        case "days" -> readDays(parser);
        case "features" -> {
          hasFeatures = true;
          rows.read(parser);
        }
        default -> {
          if (!origin.read(name, parser)) {
            parser.skipChildren();
          }
        }
      }
    }
    faults.addOrigin(origin, bundle);
    checkWhole();
    return outcome();
  }

  private void readId(JsonParser parser) {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      faults.addCurrent(parser, FaultCode.WRONG_TYPE, "id", "must be a string");
    } else if (parser.getStringLength() > LONGEST_ID) {
      faults.addCurrent(
          parser, FaultCode.OUT_OF_RANGE, "id", "must have at most " + LONGEST_ID + " characters");
    } else {
      id = parser.getString();
    }
  }

  private @Nullable Integer optionalInteger(JsonParser parser, String field, int max) {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      faults.addCurrent(parser, FaultCode.WRONG_TYPE, field, "must be a whole number");
      return null;
    }
    if (parser.getNumberType() != NumberType.INT
        || parser.getIntValue() < 1
        || parser.getIntValue() > max) {
      faults.addCurrent(parser, FaultCode.OUT_OF_RANGE, field, "must be 1 to " + max);
      return null;
    }
    return parser.getIntValue();
  }

  private void readStart(JsonParser parser) {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    String reason = "must be an RFC 3339 time such as \"2010-05-01T00:00:00Z\"";
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      faults.addCurrent(parser, FaultCode.WRONG_TYPE, "start", reason);
      return;
    }
    try {
      start = OffsetDateTime.parse(parser.getString()).toInstant();
    } catch (DateTimeException e) {
      faults.addCurrent(parser, FaultCode.OUT_OF_RANGE, "start", reason);
    }
  }

  private void readRegime(JsonParser parser) {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      faults.addCurrent(parser, FaultCode.WRONG_TYPE, "regime", "must be a string");
      return;
    }
    for (OrbitRegime each : OrbitRegime.values()) {
      if (each.name().equals(parser.getString())) {
        regime = each;
        return;
      }
    }
    faults.addCurrent(
        parser,
        FaultCode.OUT_OF_RANGE,
        "regime",
        "must be one of " + Arrays.toString(OrbitRegime.values()));
  }

  private void readDays(JsonParser parser) {
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      faults.addCurrent(parser, FaultCode.WRONG_TYPE, "days", "must be a whole number");
    } else if (parser.getNumberType() != NumberType.INT
        || !windowDays.allows(parser.getIntValue())) {
      faults.addCurrent(parser, FaultCode.OUT_OF_RANGE, "days", windowDays.rule());
    } else {
      days = parser.getIntValue();
    }
  }

  private void checkWhole() {
    if (days == null) {
      faults.add(FaultCode.MISSING_FIELD, "days", null, "is required");
    } else if (!hasFeatures) {
      faults.add(FaultCode.MISSING_FIELD, "features", null, "is required");
    } else if (schema.sampling() == Sampling.DAILY && rows.steps() != days) {
      faults.add(
          FaultCode.WRONG_STEPS,
          "features",
          Integer.toString(rows.steps()),
          "must have one row per day: " + days + ", not " + rows.steps());
    } else if (!rows.observed()) {
      faults.add(
          FaultCode.NO_OBSERVATION, "features", null, "must have at least one row of numbers");
    }
  }

  private WindowOutcome outcome() {
    Fault fault = faults.first();
    if (fault != null || days == null) {
      return new WindowOutcome(id, null, fault);
    }
    FeatureWindow window =
        new FeatureWindow(id, noradId, start, regime, days, schema.width(), rows.values());
    return new WindowOutcome(id, window, null);
  }

  /** Reads the rows of one window straight into an array. */
  private static final class FeatureRows {

    private static final int FIRST_ROWS = 60;

    private final FeatureSchema schema;
    private final int width;
    private final int maxSteps;
    private final WindowFaults faults;

    private float[] values;
    private int steps;
    private boolean observed;

    FeatureRows(FeatureSchema schema, int maxSteps, WindowFaults faults) {
      this.schema = schema;
      this.width = schema.width();
      this.maxSteps = maxSteps;
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

    /** Reads the current list of the parser to its end. */
    void read(JsonParser parser) {
      if (parser.currentToken() != JsonToken.START_ARRAY) {
        faults.addCurrent(parser, FaultCode.WRONG_TYPE, "features", "must be a list of rows");
        return;
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (steps == maxSteps) {
          faults.add(
              FaultCode.TOO_MANY_STEPS,
              "features",
              null,
              "must have at most " + maxSteps + " rows");
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
        faults.addCurrent(
            parser, FaultCode.WRONG_TYPE, field(), "must be a list of numbers or null");
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
            "must have " + width + " numbers, not " + column);
      }
    }

    /** Reads the run of ordinary numbers that comes next. */
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
            fault(
                parser, FaultCode.MISSING_VALUE, column, "must not be null in a row that has data");
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

  /**
   * What a body or a window states about the model that it was made for. The feature schema
   * decides, if it is given: another version of the model, or another model, may have the same
   * schema.
   */
  static final class WindowOrigin {

    private static final String MODEL = "model";
    private static final String SCHEMA = "schema";

    private @Nullable String model;
    private @Nullable String schema;

    /**
     * Reads the current value of the parser, if it belongs to one of these fields.
     *
     * @return whether the value has been read
     */
    boolean read(String field, JsonParser parser) {
      if (field.equals(SCHEMA) && parser.currentToken() == JsonToken.VALUE_STRING) {
        schema = parser.getString();
        return true;
      }
      if (field.equals(MODEL) && parser.currentToken() == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          boolean name = parser.currentName().equals("name");
          if (parser.nextToken() == JsonToken.VALUE_STRING && name) {
            model = parser.getString();
          }
          parser.skipChildren();
        }
        return true;
      }
      return false;
    }

    /**
     * Returns the fault of windows that were made for another model; null if they fit.
     *
     * @param prefix of the fields' paths, with its dot; empty at the top level
     */
    @Nullable Fault fault(ModelBundle bundle, String prefix, String place) {
      String code = FaultCode.WRONG_MODEL.code();
      String own = bundle.features().name();
      if (schema != null) {
        String made = model == null ? "" : "; these windows were made for " + model;
        return schema.equals(own)
            ? null
            : new Fault(
                code,
                prefix + SCHEMA,
                schema,
                place,
                "must be " + own + " for model " + bundle.name() + made);
      }
      return model == null || model.equals(bundle.name())
          ? null
          : new Fault(
              code,
              prefix + MODEL + ".name",
              model,
              place,
              "must be " + bundle.name() + ", the model in use, unless \"schema\" is " + own);
    }
  }
}

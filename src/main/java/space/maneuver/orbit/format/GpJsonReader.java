package space.maneuver.orbit.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.UnreadableInputException;
import space.maneuver.orbit.format.Rejection.FieldFault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads GP records as JSON: an array of objects, or a sequence of objects. Values may be numbers
 * (CelesTrak) or strings (Space-Track).
 */
final class GpJsonReader<T> {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(16)
                  .maxStringLength(64 * 1024)
                  .maxNameLength(1024)
                  .maxNumberLength(128)
                  .build())
          .build();

  private final RecordParser<T> records;
  private final Consumer<T> good;
  private final Consumer<Rejection> bad;
  private final GpRecord record = new GpRecord();

  GpJsonReader(RecordParser<T> records, Consumer<T> good, Consumer<Rejection> bad) {
    this.records = records;
    this.good = good;
    this.bad = bad;
  }

  void read(InputStream in) throws IOException {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
      for (long index = 0; nextElement(parser); index++) {
        try {
          good.accept(element(parser));
        } catch (FieldFault fault) {
          bad.accept(Rejection.atIndex(index, fault));
        }
      }
    }
  }

  /** Reads a document of one record, whose faults have the place of a line. */
  void readLine(byte[] text, int offset, int length, long number) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text, offset, length)) {
      parser.nextToken();
      T value = element(parser);
      if (parser.nextToken() != null) {
        throw new FieldFault("line", null, "must have only one record");
      }
      good.accept(value);
    } catch (FieldFault fault) {
      bad.accept(Rejection.atLine(number, fault));
    } catch (JacksonException e) {
      bad.accept(Rejection.atLine(number, notJson(JsonFaults.reason(e))));
    } catch (IOException e) {
      bad.accept(Rejection.atLine(number, notJson(String.valueOf(e.getMessage()))));
    }
  }

  private static FieldFault notJson(String reason) {
    return new FieldFault("line", null, "is not a JSON object: " + reason);
  }

  /** Moves to the next value of the outermost array, or of the sequence if there is no array. */
  private static boolean nextElement(JsonParser parser) throws IOException {
    try {
      JsonToken token = parser.nextToken();
      while (token == JsonToken.END_ARRAY
          || (token == JsonToken.START_ARRAY && parser.streamReadContext().getParent().inRoot())) {
        token = parser.nextToken();
      }
      return token != null;
    } catch (JacksonException e) {
      throw unreadable(e);
    }
  }

  private T element(JsonParser parser) throws IOException, FieldFault {
    record.clear();
    FieldFault fault = null;
    try {
      JsonToken token = parser.currentToken();
      if (token == JsonToken.START_OBJECT) {
        fault = fields(parser);
      } else {
        String value = token.isStructStart() ? null : scalar(parser);
        parser.skipChildren();
        fault = new FieldFault("record", value, "must be an object");
      }
    } catch (JacksonException e) {
      throw unreadable(e);
    }
    if (fault != null) {
      throw fault;
    }
    return records.gp(record);
  }

  private @Nullable FieldFault fields(JsonParser parser) {
    FieldFault fault = null;
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken token = parser.nextToken();
      GpField field = GpField.of(name);
      if (field == null) {
        parser.skipChildren();
      } else if (token.isStructStart()) {
        parser.skipChildren();
        if (fault == null) {
          fault = new FieldFault(name, null, "must be a number or a string");
        }
      } else {
        record.set(field, scalar(parser));
      }
    }
    return fault;
  }

  private static @Nullable String scalar(JsonParser parser) {
    return parser.currentToken() == JsonToken.VALUE_NULL ? null : parser.getString();
  }

  private static IOException unreadable(JacksonException e) {
    if (e.getCause() instanceof IOException io) {
      return io;
    }
    return new UnreadableInputException(JsonFaults.place(e) + ": " + JsonFaults.reason(e), e);
  }
}

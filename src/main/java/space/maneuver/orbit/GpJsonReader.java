package space.maneuver.orbit;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads GP records as JSON: an array of objects or objects one after another. Values may be numbers
 * (CelesTrak) or strings (Space-Track).
 */
final class GpJsonReader {

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

  private static final Map<String, GpField> FIELDS = new HashMap<>();

  static {
    for (GpField field : GpField.values()) {
      FIELDS.put(field.name(), field);
    }
  }

  private final Consumer<ElementSet> good;
  private final Consumer<Rejection> bad;
  private final GpRecord record = new GpRecord();

  GpJsonReader(Consumer<ElementSet> good, Consumer<Rejection> bad) {
    this.good = good;
    this.bad = bad;
  }

  void read(InputStream in) throws IOException {
    JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in);
    long index = 0;
    boolean more = true;
    while (more) {
      @Nullable ElementSet elements = null;
      @Nullable FieldFault fault = null;
      try {
        JsonToken token = parser.nextToken();
        more = token != null;
        if (token == JsonToken.START_ARRAY && parser.streamReadContext().getParent().inRoot()) {
          continue;
        }
        if (token == null || token == JsonToken.END_ARRAY) {
          continue;
        }
        elements = element(parser, token);
      } catch (FieldFault e) {
        fault = e;
      } catch (JacksonIOException e) {
        throw e.getCause();
      } catch (JacksonException e) {
        throw unreadable(e);
      }
      if (elements != null) {
        good.accept(elements);
      } else if (fault != null) {
        bad.accept(Rejection.atIndex(index, fault));
      }
      index++;
    }
  }

  private ElementSet element(JsonParser parser, JsonToken token) throws FieldFault {
    if (token != JsonToken.START_OBJECT) {
      parser.skipChildren();
      throw new FieldFault("record", parser.getString(), "must be an object");
    }
    record.clear();
    FieldFault fault = null;
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken value = parser.nextToken();
      GpField field = FIELDS.get(name);
      if (value.isStructStart()) {
        parser.skipChildren();
        if (field != null) {
          fault = new FieldFault(name, null, "must be a number or a text");
        }
      } else if (field != null) {
        record.set(field, value == JsonToken.VALUE_NULL ? null : parser.getString());
      }
    }
    if (fault != null) {
      throw fault;
    }
    return record.toElementSet();
  }

  private static UnreadableInputException unreadable(JacksonException e) {
    TokenStreamLocation place = e.getLocation();
    String where =
        place == null ? "" : "line " + place.getLineNr() + ", column " + place.getColumnNr() + ": ";
    return new UnreadableInputException(where + e.getOriginalMessage(), e);
  }
}

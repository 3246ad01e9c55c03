package space.maneuver.web.predictions;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * How long the first row of a body of windows is.
 *
 * @param width numbers in the first row; 0 when there is none within reach
 * @param body the whole of it, what was looked at included
 */
record RowWidth(int width, InputStream body) {

  private static final int FIRST = 1 << 13;
  private static final int FARTHEST = 1 << 16;
  private static final int NOT_YET = -1;
  // A value that is cut off there looks like one that is at fault.
  private static final int CUT_OFF = 16;
  private static final String FEATURES = "features";
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  /**
   * Reads as little of the body as tells.
   *
   * @param lines whether the body is NDJSON, where the next line may not have been sent yet
   */
  static RowWidth ahead(InputStream body, boolean lines) throws IOException {
    byte[] seen = new byte[FIRST];
    int length = 0;
    int width = NOT_YET;
    int tried = 0;
    while (width == NOT_YET && length < FARTHEST) {
      if (length == seen.length) {
        seen = Arrays.copyOf(seen, Math.min(2 * length, FARTHEST));
      }
      int more = body.read(seen, length, seen.length - length);
      if (more < 0) {
        width = Math.max(look(seen, length), 0);
        break;
      }
      length += more;
      // Who sends byte by byte is not looked at anew with each of them.
      if (length >= 2 * tried || seen[length - 1] == '\n') {
        width = look(seen, length);
        if (lines && width == NOT_YET && hasLine(seen, length)) {
          width = 0;
        }
        tried = length;
      }
    }
    return new RowWidth(
        Math.max(width, 0),
        new SequenceInputStream(new ByteArrayInputStream(seen, 0, length), body));
  }

  private static int look(byte[] seen, int length) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), seen, 0, length)) {
      do {
        JsonToken token = parser.nextToken();
        if (token == null) {
          return NOT_YET;
        }
        if (token == JsonToken.PROPERTY_NAME && parser.currentName().equals(FEATURES)) {
          return rowWidth(parser);
        }
      } while (!parser.streamReadContext().inRoot());
      return 0;
    } catch (JacksonException e) {
      // The reader of the windows says what is wrong and where.
      TokenStreamLocation place = e.getLocation();
      return place == null || place.getByteOffset() >= length - CUT_OFF ? NOT_YET : 0;
    }
  }

  private static int rowWidth(JsonParser parser) {
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      return 0;
    }
    JsonToken row = parser.nextToken();
    while (row == JsonToken.VALUE_NULL) {
      row = parser.nextToken();
    }
    int width = 0;
    if (row == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        parser.skipChildren();
        width++;
      }
    }
    return width;
  }

  private static boolean hasLine(byte[] seen, int length) {
    boolean blank = true;
    for (int i = 0; i < length; i++) {
      if (seen[i] == '\n' && !blank) {
        return true;
      }
      blank &= seen[i] <= ' ';
    }
    return false;
  }
}

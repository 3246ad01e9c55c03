package space.maneuver.web.predictions;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import space.maneuver.inference.ModelSession;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.registry.ModelRegistry;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.web.filter.MediaTypes;
import space.maneuver.web.models.ModelResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Finds the model that windows are for. If the caller names none, it is the default, unless the
 * number of channels in the first row fits exactly one other model: windows of a daily model find
 * that model without naming it.
 */
@Component
final class WindowModelResolver {

  private final ModelResolver models;
  private final ModelRegistry registry;

  WindowModelResolver(ModelResolver models, ModelRegistry registry) {
    this.models = models;
    this.registry = registry;
  }

  /**
   * A model and the complete request body, whose start may have been inspected.
   *
   * @param name of the model, to open it; null for the default
   * @param bundle for which the windows are read
   * @param place where the caller named the model
   * @param body read from its start
   */
  record Choice(@Nullable String name, ModelBundle bundle, String place, InputStream body) {}

  /**
   * Chooses the model of a request.
   *
   * @param name as given in the query; null or blank for none
   */
  Choice of(@Nullable String name, HttpServletRequest request) throws IOException {
    if (name != null && !name.isBlank()) {
      ModelBundle bundle = models.of(name, "query").bundle();
      return new Choice(name, bundle, "query", request.getInputStream());
    }
    RowWidth row = RowWidth.peek(request.getInputStream(), MediaTypes.hasLines(request));
    String fitting = fitting(row.width());
    return new Choice(fitting, models.of(fitting, "body").bundle(), "body", row.body());
  }

  /** Opens a session with the chosen model, to be closed by the caller. */
  ModelSession open(Choice choice) {
    return models.open(choice.name(), choice.bundle(), choice.place());
  }

  /** Returns the one model that takes rows of that width; null for the default. */
  private @Nullable String fitting(int width) {
    if (width == 0 || width == width(models.of(null, "query"))) {
      return null;
    }
    // Only the name, because its version may change before it is opened.
    List<String> fitting =
        registry.list().stream()
            .filter(model -> width(model) == width)
            .map(model -> model.bundle().name())
            .distinct()
            .toList();
    return fitting.size() == 1 ? fitting.get(0) : null;
  }

  private static int width(ManeuverModel model) {
    return model.bundle().features().channels().size();
  }

  /**
   * The length of the first row in a body of windows.
   *
   * @param width numbers in the first row; 0 if there is none within reach
   * @param body read from its start, including what was inspected
   */
  private record RowWidth(int width, InputStream body) {

    private static final int FIRST = 1 << 13;
    private static final int FARTHEST = 1 << 16;
    private static final int NOT_YET = -1;
    // A value cut off by the buffer's end looks invalid, so keep this margin.
    private static final int CUT_MARGIN = 16;
    private static final String FEATURES = "features";
    private static final JsonFactory FACTORY =
        JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    /**
     * Reads as little of the body as is needed.
     *
     * @param lines whether the body is NDJSON, whose next line may not have been sent yet
     */
    static RowWidth peek(InputStream body, boolean lines) throws IOException {
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
          width = Math.max(scan(seen, length), 0);
          break;
        }
        length += more;
        // Do not re-scan for every byte of a slow client: only once the data has doubled or a line
        // has ended.
        if (length >= 2 * tried || seen[length - 1] == '\n') {
          width = scan(seen, length);
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

    private static int scan(byte[] seen, int length) {
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
        // The parser of the windows reports the error and its position.
        TokenStreamLocation place = e.getLocation();
        return place == null || place.getByteOffset() >= length - CUT_MARGIN ? NOT_YET : 0;
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
}

package space.maneuver.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import space.maneuver.detection.DetectionService;
import space.maneuver.detection.ModelSession;
import space.maneuver.model.ModelBundle;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the model that windows are for. Where the caller names none, it is the default, unless
 * their first row has another number of channels and is that of just one other model: windows of a
 * daily model find it without a name.
 */
@Component
final class WindowModelChoice {

  private static final int FARTHEST = 1 << 16;
  private static final String FEATURES = "features";

  private final ModelChoice models;
  private final DetectionService service;
  private final JsonMapper mapper;

  WindowModelChoice(ModelChoice models, DetectionService service, JsonMapper mapper) {
    this.models = models;
    this.service = service;
    this.mapper = mapper;
  }

  /** A model and the whole body, which may have been looked into. */
  record Choice(ModelSession session, InputStream body) {}

  /**
   * @param name as the caller gave it in the query; null or blank for none
   */
  Choice of(@Nullable String name, HttpServletRequest request) throws IOException {
    ModelSession named = models.open(name, request);
    try {
      return of(name, request, named);
    } catch (IOException | RuntimeException e) {
      named.close();
      throw e;
    }
  }

  private Choice of(@Nullable String name, HttpServletRequest request, ModelSession named)
      throws IOException {
    if (name != null && !name.isBlank()) {
      return new Choice(named, request.getInputStream());
    }
    BufferedInputStream body = new BufferedInputStream(request.getInputStream(), FARTHEST);
    body.mark(FARTHEST);
    int width = firstWidth(body);
    body.reset();
    if (width == 0 || width == width(named.bundle())) {
      return new Choice(named, body);
    }
    var fitting =
        service.models().stream().filter(model -> width(model.bundle()) == width).toList();
    if (fitting.size() != 1) {
      return new Choice(named, body);
    }
    named.close();
    return new Choice(models.open(fitting.get(0).bundle().name(), request), body);
  }

  private static int width(ModelBundle bundle) {
    return bundle.features().channels().size();
  }

  /** Numbers in the first row; 0 when there is none within reach. */
  private int firstWidth(BufferedInputStream body) throws IOException {
    // By way of a reader, since a parser of bytes waits for four of them.
    Reader text = new InputStreamReader(new Reach(body), StandardCharsets.UTF_8);
    try (JsonParser parser = mapper.createParser(text)) {
      // No further than the first document: the next line may not have been sent yet.
      do {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.PROPERTY_NAME && parser.currentName().equals(FEATURES)) {
          return rowWidth(parser);
        }
      } while (!parser.streamReadContext().inRoot());
      return 0;
    } catch (JacksonException e) {
      // The reader of the windows says what is wrong and where.
      return 0;
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
      for (JsonToken next = parser.nextToken();
          next != null && next != JsonToken.END_ARRAY;
          next = parser.nextToken()) {
        parser.skipChildren();
        width++;
      }
    }
    return width;
  }

  /** The body as far as it can be gone back in; closing it leaves the body open. */
  private static final class Reach extends InputStream {

    private final InputStream body;
    private int left = FARTHEST;

    Reach(InputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      return left-- > 0 ? body.read() : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (left <= 0) {
        return -1;
      }
      int count = body.read(into, offset, Math.min(length, left));
      left -= Math.max(count, 0);
      return count;
    }
  }
}

package space.maneuver.web.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import space.maneuver.catalogue.maneuvers.ManeuverQuery;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Where a page of maneuvers begins, with filters and order of the list, as opaque text. */
final class ManeuverCursor {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int LONGEST = 8_192;

  private ManeuverCursor() {}

  static String text(ManeuverQuery query) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(MAPPER.writeValueAsString(query).getBytes(StandardCharsets.UTF_8));
  }

  /** Reads a cursor; null if the text is none. */
  static @Nullable ManeuverQuery of(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    try {
      ManeuverQuery query =
          MAPPER.readValue(Base64.getUrlDecoder().decode(text), ManeuverQuery.class);
      return query == null || query.after() == null ? null : query;
    } catch (JacksonException | IllegalArgumentException e) {
      return null;
    }
  }
}

package space.maneuver.orbit;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The formats in which catalogues publish element sets. */
public enum ElementSetFormat {
  /** Two-line element sets, with or without a name line before each. */
  TLE,
  /** General perturbations data as JSON, as CelesTrak and Space-Track give it. */
  GP_JSON;

  /**
   * Recognises a format by the beginning of a document.
   *
   * @return null when it looks like none of them
   */
  static @Nullable ElementSetFormat recognise(byte[] head) {
    String text = withoutMark(new String(head, StandardCharsets.UTF_8));
    for (String line : text.split("\n")) {
      if (line.startsWith("1 ") || line.startsWith("2 ")) {
        return TLE;
      }
    }
    String start = text.stripLeading();
    return start.startsWith("[") || start.startsWith("{") ? GP_JSON : null;
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}

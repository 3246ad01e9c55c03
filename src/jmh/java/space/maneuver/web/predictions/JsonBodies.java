package space.maneuver.web.predictions;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Bodies of {@code POST /predictions}, each of many windows of 30 days. */
final class JsonBodies {

  static final int WINDOWS = 256;

  /** Reads the body with {@code NumbersParser}. */
  static final String OWN = "own";

  /** Reads the body with Jackson's parser: a byte order mark is left to it. */
  static final String JACKSON = "jackson";

  private static final int DAYS = 30;

  private JsonBodies() {}

  static byte[] of(int channels, String parser) {
    Random random = new Random(1);
    StringBuilder window = new StringBuilder("{\"days\":" + DAYS + ",\"features\":[");
    for (int day = 0; day < DAYS; day++) {
      window.append(day == 0 ? '[' : ",[");
      for (int channel = 0; channel < channels; channel++) {
        window.append(channel == 0 ? "" : ",").append((float) random.nextGaussian());
      }
      window.append(']');
    }
    window.append("]}");
    List<String> windows = Collections.nCopies(WINDOWS, window.toString());
    String mark = parser.equals(JACKSON) ? "\uFEFF" : "";
    return (mark + "{\"windows\":[" + String.join(",", windows) + "]}")
        .getBytes(StandardCharsets.UTF_8);
  }
}

package space.maneuver.bench.load;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Checks replies against what the model answers alone. */
public final class Answers {

  private static final double TOLERANCE = 1e-5;
  private static final String PROBABILITY = "\"probability\":";
  private static final String VERSION = "\"version\":\"";

  private Answers() {}

  /** Checks the probabilities of a JSON or NDJSON body, in order. */
  public static LoadRequest.Check probabilities(double[] expected) {
    return body -> agree(new String(body, StandardCharsets.UTF_8), expected);
  }

  /** Checks the probabilities of a JSON body against those of the model version it names. */
  public static LoadRequest.Check probabilitiesByVersion(Map<String, double[]> expected) {
    return body -> {
      String text = new String(body, StandardCharsets.UTF_8);
      int from = text.indexOf(VERSION) + VERSION.length();
      double[] own = expected.get(text.substring(from, text.indexOf('"', from)));
      return own != null && agree(text, own);
    };
  }

  private static boolean agree(String text, double[] expected) {
    int at = 0;
    for (double each : expected) {
      at = text.indexOf(PROBABILITY, at);
      if (at < 0) {
        return false;
      }
      at += PROBABILITY.length();
      int end = at;
      while (end < text.length() && ",}".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      if (!(Math.abs(Double.parseDouble(text.substring(at, end)) - each) <= TOLERANCE)) {
        return false;
      }
    }
    return text.indexOf(PROBABILITY, at) < 0;
  }

  /** Checks the logits at the end of a binary reply of the Open Inference Protocol. */
  public static LoadRequest.Check logits(float[] expected) {
    return body -> {
      int from = body.length - expected.length * Float.BYTES;
      if (from < 0) {
        return false;
      }
      ByteBuffer logits =
          ByteBuffer.wrap(body, from, body.length - from).slice().order(ByteOrder.LITTLE_ENDIAN);
      for (float each : expected) {
        if (!(Math.abs(logits.getFloat() - each) <= TOLERANCE * Math.max(1, Math.abs(each)))) {
          return false;
        }
      }
      return true;
    };
  }
}

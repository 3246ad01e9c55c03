package space.maneuver.command.terminal;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.ObjectReport.ObjectSeries;

/** Draws the probability of a burn over a history as one line of characters. */
public final class Sparkline {

  private static final String BLOCKS = "▁▂▃▄▅▆▇█";
  private static final String ASCII = "_.-:=+*#";

  /** Stands for no data: between arcs, or without an element set. */
  private static final char NOTHING = ' ';

  private static final int WIDTH = 60;

  private final String levels;

  private Sparkline(String levels) {
    this.levels = levels;
  }

  /** Returns a sparkline of blocks if the encoding of standard output has them, else of ASCII. */
  public static Sparkline forStandardOutput() {
    // picocli chooses the encoding of its writer in this way.
    String encoding =
        System.getProperty("sun.stdout.encoding", Charset.defaultCharset().displayName());
    return of(Charset.forName(encoding));
  }

  public static Sparkline of(Charset charset) {
    return new Sparkline(charset.newEncoder().canEncode(BLOCKS) ? BLOCKS : ASCII);
  }

  /** Draws the highest probability of each of {@value #WIDTH} equal spans of time. */
  public String draw(ObjectSeries series) {
    List<Instant> epochs = series.epoch();
    long first = epochs.get(0).toEpochMilli();
    long span = Math.max(1, epochs.get(epochs.size() - 1).toEpochMilli() - first + 1);
    double[] highest = new double[WIDTH];
    Arrays.fill(highest, Double.NaN);
    for (int k = 0; k < epochs.size(); k++) {
      @Nullable Double probability = series.gapProbability().get(k);
      int cell = (int) ((epochs.get(k).toEpochMilli() - first) * WIDTH / span);
      if (probability != null && !(highest[cell] >= probability)) {
        highest[cell] = probability;
      }
    }
    StringBuilder line = new StringBuilder();
    for (double each : highest) {
      line.append(Double.isNaN(each) ? NOTHING : level(each));
    }
    return line.toString();
  }

  private char level(double probability) {
    return levels.charAt((int) Math.min(levels.length() - 1, probability * levels.length()));
  }
}

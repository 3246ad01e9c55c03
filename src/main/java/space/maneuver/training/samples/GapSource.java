package space.maneuver.training.samples;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Histories from which a share of the training windows is drawn.
 *
 * @param share share of the windows, relative to those of the other sources, above 0
 * @param histories histories, at least one
 * @param drawn where in a history the windows lie
 */
public record GapSource(double share, List<LabelledGaps> histories, Drawn drawn) {

  /** Where windows lie. */
  public enum Drawn {
    /** Anywhere within the known labels. */
    ANYWHERE,
    /** Around a gap with a burn, each with the same probability: little else is known. */
    AROUND_BURNS,
    /** Around a gap whose label is known, each with the same probability. */
    AROUND_KNOWN
  }

  /** Fewest steps of a window. */
  static final int FEWEST_STEPS = 12;

  public GapSource {
    histories = List.copyOf(histories);
  }

  /**
   * Returns a source without the histories from which no window can be drawn.
   *
   * @return at most one source
   */
  public static List<GapSource> of(double share, List<LabelledGaps> histories, Drawn drawn) {
    List<LabelledGaps> usable =
        histories.stream()
            .filter(each -> each.size() >= FEWEST_STEPS && samples(each, drawn) > 0)
            .toList();
    return usable.isEmpty() ? List.of() : List.of(new GapSource(share, usable, drawn));
  }

  /** Number of samples of a history, by which its share of the windows is set. */
  double samples(int history) {
    return samples(histories.get(history), drawn);
  }

  private static int samples(LabelledGaps history, Drawn drawn) {
    return drawn == Drawn.ANYWHERE ? history.size() : middles(history, drawn).length;
  }

  /**
   * Draws the first step of a window.
   *
   * @param length number of steps, at most that of the known labels
   */
  int first(LabelledGaps history, int length, SplittableRandom random) {
    int earliest = history.from();
    int latest = history.to() - length;
    if (drawn != Drawn.ANYWHERE) {
      int[] middles = middles(history, drawn);
      int middle = middles[random.nextInt(middles.length)];
      earliest = Math.max(earliest, middle - length + 1);
      latest = Math.min(latest, middle);
    }
    return random.nextInt(earliest, latest + 1);
  }

  /** The steps around which windows are drawn. */
  private static int[] middles(LabelledGaps history, Drawn drawn) {
    float[] marks = drawn == Drawn.AROUND_BURNS ? history.labels() : history.weights();
    return IntStream.range(history.from(), history.to()).filter(step -> marks[step] > 0).toArray();
  }
}

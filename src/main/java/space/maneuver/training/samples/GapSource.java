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
    AROUND_BURNS
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
    return drawn == Drawn.ANYWHERE ? history.size() : burns(history).length;
  }

  /**
   * Draws the first step of a window.
   *
   * @param length number of steps, at most that of the known labels
   */
  int first(LabelledGaps history, int length, SplittableRandom random) {
    int earliest = history.from();
    int latest = history.to() - length;
    if (drawn == Drawn.AROUND_BURNS) {
      int[] burns = burns(history);
      int burn = burns[random.nextInt(burns.length)];
      earliest = Math.max(earliest, burn - length + 1);
      latest = Math.min(latest, burn);
    }
    return random.nextInt(earliest, latest + 1);
  }

  private static int[] burns(LabelledGaps history) {
    return IntStream.range(history.from(), history.to())
        .filter(step -> history.labels()[step] == 1)
        .toArray();
  }
}

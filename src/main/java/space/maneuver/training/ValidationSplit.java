package space.maneuver.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import space.maneuver.orbit.label.LabelledHistory;

/**
 * Satellites to train on, and satellites to tell from when to stop. Real ones validate if there are
 * at least two, else simulated ones: simulated noise would not show what real noise does to a
 * network.
 *
 * @param real to train on
 * @param simulated to train on
 * @param left out to validate
 */
record ValidationSplit(
    List<LabelledHistory> real, List<LabelledHistory> simulated, List<LabelledHistory> left) {

  /**
   * Leaves a share of the histories out, at least one, drawn by the seed.
   *
   * @throws IllegalArgumentException when there are too few
   */
  static ValidationSplit of(
      List<LabelledHistory> real, List<LabelledHistory> simulated, double share, long seed) {
    boolean fromReal = real.size() > 1;
    List<LabelledHistory> drawn = new ArrayList<>(fromReal ? real : simulated);
    if (drawn.size() < 2) {
      throw new IllegalArgumentException(
          "to stop early, one history is left out of the training; at least two are needed");
    }
    Collections.shuffle(drawn, new Random(seed));
    int count = (int) Math.min(Math.max(Math.round(share * drawn.size()), 1), drawn.size() - 1);
    List<LabelledHistory> left = List.copyOf(drawn.subList(0, count));
    return new ValidationSplit(
        fromReal ? without(real, left) : real,
        fromReal ? simulated : without(simulated, left),
        left);
  }

  private static List<LabelledHistory> without(
      List<LabelledHistory> all, List<LabelledHistory> left) {
    return all.stream().filter(each -> !left.contains(each)).toList();
  }
}

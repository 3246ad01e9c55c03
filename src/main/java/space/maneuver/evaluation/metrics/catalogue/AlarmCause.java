package space.maneuver.evaluation.metrics.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import space.maneuver.math.Medians;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;

/**
 * What the semi-major axis did at a false alarm. Two robust lines are laid through up to eight
 * element sets on each side of every gap within a day of the alarm. Whether the orbit returned is
 * asked at the gap with the largest jump, everything else at the one that the lines fit best.
 */
public enum AlarmCause {
  /** The next element set is off, and those after it are back on the line before. */
  RETURNED("the next element sets returned"),
  /** The slope differs before and after, which makes more difference in two days than a step. */
  SLOPE("the slope changed"),
  /** One line continues above or below the other. */
  LASTING_STEP("a lasting step"),
  /** None of these beyond the scatter, or there are too few element sets. */
  UNCLEAR("none of these");

  private static final double NEAR_DAYS = 1;
  private static final int SIDE = 8;
  private static final int FEWEST = 3;
  private static final double SIGMAS = 3;
  private static final double BACK = 0.5;

  /** Time over which a change of the slope is compared with a step, d. */
  private static final double REACH = 2;

  /** Smallest scatter, km: the digits of an element set do not resolve less. */
  private static final double FLOOR = 5e-4;

  private final String label;

  AlarmCause(String label) {
    this.label = label;
  }

  /** Returns the name in reports and in JSON. */
  @JsonValue
  public String label() {
    return label;
  }

  /**
   * Returns what happened at an alarm.
   *
   * @param time of the alarm, days since 1970-01-01 UTC
   */
  public static AlarmCause of(History history, double time) {
    List<ElementSet> elements = history.elements();
    double[] days = elements.stream().mapToDouble(ElementSet::epochDays).toArray();
    double[] axes = elements.stream().mapToDouble(ElementSet::semiMajorAxis).toArray();
    List<Lines> near = new ArrayList<>();
    for (int k = FEWEST; k <= days.length - FEWEST; k++) {
      if (days[k] > time - NEAR_DAYS && days[k - 1] < time + NEAR_DAYS) {
        near.add(new Lines(days, axes, k));
      }
    }
    if (near.stream().max(Comparator.comparingDouble(each -> Math.abs(each.jump))).stream()
        .anyMatch(Lines::returned)) {
      return RETURNED;
    }
    return near.stream()
        .min(Comparator.comparingDouble(each -> each.misfit))
        .map(Lines::change)
        .orElse(UNCLEAR);
  }

  /** The lines before and after the gap that ends with element set {@code k}; km and d. */
  private static final class Lines {

    final double jump;
    private final double later;
    private final double step;
    private final double bend;
    private final double scatter;
    final double misfit;

    Lines(double[] days, double[] axes, int k) {
      int from = Math.max(0, k - SIDE);
      int to = Math.min(days.length, k + SIDE);
      double before = Medians.slope(days, axes, from, k);
      double after = Medians.slope(days, axes, k, to);
      double levelBefore = level(days, axes, from, k, days[k], before);
      double levelAfter = level(days, axes, k, to, days[k], after);
      jump = axes[k] - levelBefore;
      later =
          Medians.of(
              IntStream.range(k + 1, Math.min(k + 1 + FEWEST, to))
                  .mapToDouble(i -> axes[i] - levelBefore - before * (days[i] - days[k]))
                  .toArray());
      bend = after - before;
      step = levelAfter - levelBefore - bend * (days[k] - days[k - 1]) / 2;
      double[] residuals =
          IntStream.range(from, to)
              .mapToDouble(
                  i ->
                      axes[i]
                          - (i < k ? levelBefore : levelAfter)
                          - (i < k ? before : after) * (days[i] - days[k]))
              .toArray();
      scatter = Math.max(FLOOR, Medians.sigma(residuals));
      misfit = Arrays.stream(residuals).map(Math::abs).average().orElse(0);
    }

    private static double level(
        double[] days, double[] axes, int from, int to, double at, double slope) {
      return Medians.of(
          IntStream.range(from, to).mapToDouble(i -> axes[i] + slope * (at - days[i])).toArray());
    }

    boolean returned() {
      return Math.abs(jump) > SIGMAS * scatter && Math.abs(later) < BACK * Math.abs(jump);
    }

    AlarmCause change() {
      double bent = Math.abs(bend) * REACH;
      if (Math.max(bent, Math.abs(step)) <= SIGMAS * scatter) {
        return UNCLEAR;
      }
      return bent > Math.abs(step) ? SLOPE : LASTING_STEP;
    }
  }
}

package space.maneuver.training.samples;

import java.util.List;
import space.maneuver.features.ElementSetSeries;
import space.maneuver.features.gap.ElementSetFeatures;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.History;

/**
 * A history with a step per element set and what is known of the gaps between them.
 *
 * @param features its channels
 * @param labels per step, 1 when a burn lies in the gap before it
 * @param weights per step, what its label counts in training: 0 next to a gap with a burn, 1 else.
 *     A fit smears a burn over its neighbours, and whether the network finds it there matters
 *     little; taught that they are quiet, it is less sure of the burns themselves: counting them
 *     cost .03 of GEO F1 and .005 of LEO F1
 * @param from first step whose label is known
 * @param to end of the steps whose labels are known
 * @param simulated whether it is invented
 */
public record LabelledGaps(
    ElementSetFeatures features,
    float[] labels,
    float[] weights,
    int from,
    int to,
    boolean simulated) {

  /** Operators log every burn from their first one to their last one, and a week around these. */
  private static final double MARGIN_DAYS = 7;

  /** Labels are taken as complete around the published burns. */
  public static LabelledGaps published(History history, List<Burn> burns) {
    ElementSetSeries series = ElementSetSeries.of(history);
    if (burns.isEmpty()) {
      return of(series, burns, 1, series.features().size(), false);
    }
    double first =
        burns.stream().mapToDouble(burn -> LabelledSeries.days(burn.start())).min().orElseThrow();
    double last =
        burns.stream().mapToDouble(burn -> LabelledSeries.days(burn.end())).max().orElseThrow();
    return of(
        series,
        burns,
        Math.max(series.firstStepFrom(first - MARGIN_DAYS), 1),
        series.firstStepFrom(last + MARGIN_DAYS),
        false);
  }

  /** Labels are complete throughout. */
  public static LabelledGaps simulated(History history, List<Burn> burns) {
    ElementSetSeries series = ElementSetSeries.of(history);
    return of(series, burns, 1, series.features().size(), true);
  }

  private static LabelledGaps of(
      ElementSetSeries series, List<Burn> burns, int from, int to, boolean simulated) {
    float[] labels = new float[series.features().size()];
    for (Burn burn : burns) {
      int last = series.firstStepFrom(LabelledSeries.days(burn.end()));
      for (int k = series.firstStepFrom(LabelledSeries.days(burn.start())); k <= last; k++) {
        if (k > 0 && k < labels.length) {
          labels[k] = 1;
        }
      }
    }
    return new LabelledGaps(series.features(), labels, weights(labels), from, to, simulated);
  }

  private static float[] weights(float[] labels) {
    float[] weights = new float[labels.length];
    for (int k = 0; k < labels.length; k++) {
      boolean besideBurn =
          (k > 0 && labels[k - 1] == 1) || (k + 1 < labels.length && labels[k + 1] == 1);
      weights[k] = labels[k] == 0 && besideBurn ? 0 : 1;
    }
    return weights;
  }

  /** Number of steps whose labels are known. */
  int size() {
    return Math.max(to - from, 0);
  }
}

package space.maneuver.training.samples;

import java.util.List;
import space.maneuver.features.ElementSetSeries;
import space.maneuver.features.gap.ElementSetFeatures;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.History;
import space.maneuver.orbit.label.CertainSteps;
import space.maneuver.orbit.label.CertainSteps.Step;
import space.maneuver.orbit.label.LabelledHistory;

/**
 * A history with a step per element set and labels for the gaps between them.
 *
 * @param features channels
 * @param labels per step, 1 if a burn lies in the gap before it, otherwise 0
 * @param weights per step, the weight of its label in training: 0 next to a gap with a burn,
 *     otherwise 1. Orbit determination smears a burn over neighboring gaps, where a detection
 *     matters little; a network taught that they are quiet is less sure of the burns themselves,
 *     which cost .03 of F1 in GEO and .005 in LEO
 * @param from first step with a known label
 * @param to end, exclusive, of the steps with known labels
 */
public record LabelledGaps(
    ElementSetFeatures features, float[] labels, float[] weights, int from, int to) {

  /** Logs are taken as complete from a week before their first burn to a week after their last. */
  private static final double MARGIN_DAYS = 7;

  /** A published burn so near explains an evident step, d. */
  private static final double NEAR_DAYS = 2.5;

  /** Days around an unexplained step whose labels are unknown. */
  private static final double UNKNOWN_DAYS = 2;

  /**
   * Returns a history whose labels are complete around the published burns, except where the orbit
   * steps as only thrust explains and no published burn is near: logs of geosynchronous satellites
   * omit burns, and there the label is unknown.
   */
  public static LabelledGaps published(History history, List<Burn> burns) {
    ElementSetSeries series = ElementSetSeries.of(history);
    if (burns.isEmpty()) {
      return of(series, burns, 1, series.features().size());
    }
    double first =
        burns.stream().mapToDouble(burn -> LabelledSeries.days(burn.start())).min().orElseThrow();
    double last =
        burns.stream().mapToDouble(burn -> LabelledSeries.days(burn.end())).max().orElseThrow();
    LabelledGaps all =
        of(
            series,
            burns,
            Math.max(series.firstStepFrom(first - MARGIN_DAYS), 1),
            series.firstStepFrom(last + MARGIN_DAYS));
    for (Step step : CertainSteps.of(history)) {
      if (burns.stream().noneMatch(burn -> isNear(burn, step.days()))) {
        int to = series.firstStepFrom(step.days() + UNKNOWN_DAYS);
        for (int k = series.firstStepFrom(step.days() - UNKNOWN_DAYS); k < to; k++) {
          all.weights[k] = 0;
        }
      }
    }
    return all;
  }

  private static boolean isNear(Burn burn, double days) {
    return LabelledSeries.days(burn.start()) - NEAR_DAYS < days
        && days < LabelledSeries.days(burn.end()) + NEAR_DAYS;
  }

  /**
   * Returns a history of which only the reviewed gaps are known: those with a burn, and those that
   * lie in a reviewed interval.
   */
  public static LabelledGaps reviewed(LabelledHistory history) {
    LabelledGaps all = complete(history.history(), history.burns());
    ElementSetFeatures features = all.features;
    for (int k = 0; k < all.weights.length; k++) {
      if (all.labels[k] == 0
          && (k == 0 || !history.isKnown(features.epochDays(k - 1), features.epochDays(k)))) {
        all.weights[k] = 0;
      }
    }
    return all;
  }

  /** Returns a history whose labels are complete throughout. */
  public static LabelledGaps complete(History history, List<Burn> burns) {
    ElementSetSeries series = ElementSetSeries.of(history);
    return of(series, burns, 1, series.features().size());
  }

  /**
   * Returns a history of which only some burns are known, and that there is no other one near them.
   *
   * @param near days around a burn within which the other labels are known to be 0
   */
  public static LabelledGaps near(History history, List<Burn> burns, double near) {
    LabelledGaps all = complete(history, burns);
    ElementSetFeatures features = all.features;
    float[] weights = new float[all.weights.length];
    for (int k = 1; k < weights.length; k++) {
      double days = features.epochDays(k);
      boolean known =
          burns.stream()
              .anyMatch(burn -> Math.abs(LabelledSeries.days(burn.start()) - days) < near);
      weights[k] = known ? all.weights[k] : 0;
    }
    return new LabelledGaps(features, all.labels, weights, all.from, all.to);
  }

  /**
   * Returns a history of which only evident steps of the orbit are known. Not even the gaps around
   * a step are known to be quiet: taught that they are, a network found fewer of the burns that
   * satellites make in a row.
   */
  public static LabelledGaps certain(History history, List<Step> steps) {
    ElementSetSeries series = ElementSetSeries.of(history);
    int size = series.features().size();
    float[] labels = new float[size];
    for (Step step : steps) {
      int k = series.firstStepFrom(history.elements().get(step.gap()).epochDays());
      if (k > 0 && k < size) {
        labels[k] = 1;
      }
    }
    return new LabelledGaps(series.features(), labels, labels.clone(), 1, size);
  }

  private static LabelledGaps of(ElementSetSeries series, List<Burn> burns, int from, int to) {
    float[] labels = new float[series.features().size()];
    for (Burn burn : burns) {
      int last = series.firstStepFrom(LabelledSeries.days(burn.end()));
      for (int k = series.firstStepFrom(LabelledSeries.days(burn.start())); k <= last; k++) {
        if (k > 0 && k < labels.length) {
          labels[k] = 1;
        }
      }
    }
    return new LabelledGaps(series.features(), labels, weights(labels), from, to);
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

  /** Returns the number of steps with known labels. */
  int size() {
    return Math.max(to - from, 0);
  }
}

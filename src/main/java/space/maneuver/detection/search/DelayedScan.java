package space.maneuver.detection.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import space.maneuver.detection.search.StepSearch.StepScan;
import space.maneuver.features.ElementSetSeries;
import space.maneuver.features.gap.ElementSetFeatures;
import space.maneuver.math.Logistic;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.orbit.History;

/**
 * Simulates detection shortly after a burn with a model that answers every gap. For each number N
 * of element sets, every gap gets the answer from the history that ends N element sets after the
 * end of the gap. One scan at a stride of one element set gives all of them, since the window that
 * ends with element set e answers gap e - N for every N. Peaks are selected as usual, separately
 * for each N.
 */
public final class DelayedScan {

  /** Numbers of element sets after the first one that follows the burn. */
  public static final List<Integer> DELAYS = List.of(0, 1, 2, 3, 5, 7);

  private static final int LONGEST = DELAYS.get(DELAYS.size() - 1);
  private static final int CHUNK = 512;

  private final StepScan scan;

  /**
   * @param model with a step per element set
   */
  public DelayedScan(ManeuverModel model) {
    scan = new StepScan(model);
  }

  /**
   * A gap with a peak of the probability.
   *
   * @param days its middle, days since 1970-01-01 UTC
   * @param probability uncalibrated, in (0, 1)
   */
  public record Sighting(double days, double probability) {}

  /** Returns the sightings for each of {@link #DELAYS}. */
  public Map<Integer, List<Sighting>> scan(History history) {
    Map<Integer, List<Sighting>> sightings = new TreeMap<>();
    DELAYS.forEach(delay -> sightings.put(delay, new ArrayList<>()));
    for (History arc : history.arcs(BurnSearch.LONGEST_GAP_DAYS)) {
      if (arc.size() >= StepSearch.FEWEST_ELEMENT_SETS) {
        ElementSetFeatures features = ElementSetSeries.of(arc).features();
        double[][] byDelay = probabilities(features);
        for (int delay : DELAYS) {
          Objects.requireNonNull(sightings.get(delay)).addAll(peaks(features, byDelay[delay]));
        }
      }
    }
    return sightings;
  }

  /** Probabilities by delay and gap; 0 where the history ends before the delay. */
  private double[][] probabilities(ElementSetFeatures features) {
    double[][] probabilities = new double[LONGEST + 1][features.size()];
    for (int from = 0; from < features.size(); from += CHUNK) {
      int to = Math.min(from + CHUNK, features.size());
      float[][] logits = scan.endingAt(features, from, to);
      for (int end = from; end < to; end++) {
        float[] steps = logits[end - from];
        for (int delay = 0; delay <= LONGEST && delay < steps.length; delay++) {
          probabilities[delay][end - delay] = Logistic.probability(steps[steps.length - 1 - delay]);
        }
      }
    }
    return probabilities;
  }

  private static List<Sighting> peaks(ElementSetFeatures features, double[] probabilities) {
    double[] days = new double[features.size()];
    for (int k = 0; k < days.length; k++) {
      days[k] = features.epochDays(k);
    }
    return Peaks.ofGaps(
            probabilities, days, StepSearch.SEPARATION_DAYS, StepSearch.LEAST_PROBABILITY)
        .stream()
        .map(k -> new Sighting((days[k - 1] + days[k]) / 2, probabilities[k]))
        .toList();
  }
}

package space.maneuver.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.stat.StatUtils;
import space.maneuver.detection.search.Peaks;
import space.maneuver.evaluation.metrics.SatelliteResult;
import space.maneuver.evaluation.metrics.events.Detection;
import space.maneuver.evaluation.metrics.events.LabelledSatellite;
import space.maneuver.evaluation.metrics.windows.ScoredWindow;
import space.maneuver.math.Bisection;
import space.maneuver.math.Medians;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.label.LabelledHistory;

/**
 * Detects maneuvers from a {@link Baseline}: gaps at peaks of a robust z, the distance of the
 * change from the median of 61 gaps divided by 1.4826 times the median absolute deviation of 181
 * gaps, both centered on the gap. The score z / (1 + z) keeps the order and lies in [0, 1).
 */
public final class BaselineDetector {

  /**
   * A burn spreads over neighboring gaps, and further in high orbits, which are fitted over more
   * days.
   */
  private static final double SEPARATION_DAYS_LOW = 2.5;

  private static final double SEPARATION_DAYS_HIGH = 4;

  private static final int CENTRE_SIDE = 30;
  private static final int SCALE_SIDE = 90;
  private static final double MIDDLE = 50;

  /** Smallest sigma, km: the digits of an element set do not resolve less. */
  private static final double FLOOR = 5e-4;

  /** Score at z = 1. */
  private static final double LEAST_SCORE = 0.5;

  private final Baseline baseline;

  /** Creates a detector from the signal of a baseline. */
  public BaselineDetector(Baseline baseline) {
    this.baseline = baseline;
  }

  /**
   * Scores a satellite.
   *
   * @param windowDays lengths of the windows, d; a window scores as its highest gap, in context,
   *     since the scale comes from the gaps around it
   */
  public SatelliteResult result(LabelledHistory satellite, List<Integer> windowDays) {
    List<ElementSet> elements = satellite.history().elements();
    double[] days = elements.stream().mapToDouble(ElementSet::epochDays).toArray();
    double[] scores = scores(baseline.changes(elements));
    boolean low = satellite.history().regime() == OrbitRegime.LEO;
    double separation = low ? SEPARATION_DAYS_LOW : SEPARATION_DAYS_HIGH;
    List<Detection> detections =
        Peaks.ofGaps(scores, days, separation, LEAST_SCORE).stream()
            .map(k -> new Detection((days[k - 1] + days[k]) / 2, scores[k]))
            .toList();
    Map<Integer, List<ScoredWindow>> windows = new HashMap<>();
    windowDays.forEach(length -> windows.put(length, windows(days, scores, length)));
    return new SatelliteResult(
        LabelledSatellite.of(satellite.name(), satellite.history(), satellite.burns()),
        ReviewedScores.detections(satellite, detections),
        Map.of(),
        ReviewedScores.windows(satellite, windows));
  }

  private static double[] scores(double[] changes) {
    double[] scores = new double[changes.length];
    for (int k = 0; k < changes.length; k++) {
      if (Double.isNaN(changes[k])) {
        continue;
      }
      double[] scale = around(changes, k, SCALE_SIDE);
      double middle = StatUtils.percentile(scale, MIDDLE);
      for (int i = 0; i < scale.length; i++) {
        scale[i] = Math.abs(scale[i] - middle);
      }
      double sigma = Math.max(Medians.MAD_TO_SIGMA * StatUtils.percentile(scale, MIDDLE), FLOOR);
      double centre = StatUtils.percentile(around(changes, k, CENTRE_SIDE), MIDDLE);
      double z = Math.abs(changes[k] - centre) / sigma;
      scores[k] = z / (1 + z);
    }
    return scores;
  }

  private static double[] around(double[] changes, int k, int side) {
    double[] found = new double[2 * side + 1];
    int count = 0;
    for (int i = Math.max(0, k - side); i <= Math.min(changes.length - 1, k + side); i++) {
      if (!Double.isNaN(changes[i])) {
        found[count++] = changes[i];
      }
    }
    return Arrays.copyOf(found, count);
  }

  private static List<ScoredWindow> windows(double[] days, double[] scores, int length) {
    List<ScoredWindow> windows = new ArrayList<>();
    double end = Math.floor(days[days.length - 1]) + 1;
    for (double start = Math.floor(days[0]); start + length <= end; start++) {
      double surest = 0;
      int to = Bisection.countBelow(days, start + length);
      for (int k = Bisection.countBelow(days, start); k < to; k++) {
        surest = Math.max(surest, scores[k]);
      }
      windows.add(new ScoredWindow(start, start + length, surest));
    }
    return windows;
  }
}

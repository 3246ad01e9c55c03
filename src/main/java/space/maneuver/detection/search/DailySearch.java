package space.maneuver.detection.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.search.BurnSearch.Candidate;
import space.maneuver.detection.search.BurnSearch.Findings;
import space.maneuver.features.DailySeries;
import space.maneuver.features.ElementSetSeries;
import space.maneuver.features.SolarFlux;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.inference.WindowRunner;
import space.maneuver.math.Logistic;
import space.maneuver.model.bundle.Calibration;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.orbit.History;

/**
 * Searches with a daily model. A window of 30 days starts on every day; the network's answers after
 * each of its days give {@link RiseAndFall}. Peaks of the rise are candidates and give the score;
 * the fall within the three days before identifies the day whose element sets carried the evidence.
 * Of the gaps around that day the one with the largest step of the semi-major axis is reported.
 */
public final class DailySearch implements BurnSearch {

  private static final int WINDOW_DAYS = 30;

  /** Maneuvers closer than this, d, are reported as one. */
  private static final int SEPARATION_DAYS = 3;

  private static final int DAYS_FROM_BURN_TO_RISE = 3;

  /**
   * A window that starts a day later lacks the change from that day's element set to the next one;
   * the two are at most two days apart.
   */
  private static final int DAYS_BETWEEN_TWO_ROWS = 2;

  /** Smallest number of observed days from which noise and steps can be estimated. */
  private static final int FEWEST_OBSERVED_DAYS = 5;

  /**
   * Smallest rise of a candidate, a probability of one in ten per day: a network trained on
   * shuffled labels (evaluate --shuffled-labels) hardly reaches it.
   */
  private static final double LEAST_RISE = 0.1;

  private final ModelBundle bundle;
  private final WindowRunner runner;
  private final SolarFlux solarFlux;

  public DailySearch(ModelBundle bundle, WindowRunner runner, SolarFlux solarFlux) {
    this.bundle = bundle;
    this.runner = runner;
    this.solarFlux = solarFlux;
  }

  /** {@inheritDoc} A window begins on every day, whatever the origin. */
  @Override
  public @Nullable Findings search(History arc, @Nullable Long origin, boolean series) {
    DailySeries daily = DailySeries.of(arc, solarFlux);
    if (daily.observedDays() < FEWEST_OBSERVED_DAYS) {
      return null;
    }
    List<FeatureWindow> starts = new ArrayList<>();
    for (int s = 0; s <= daily.days() - FEWEST_OBSERVED_DAYS; s++) {
      starts.add(daily.window(s, Math.min(WINDOW_DAYS, daily.days() - s)));
    }
    float[][] logits = runner.stepLogits(starts);
    RiseAndFall curves = new RiseAndFall(logits, daily.days());
    return new Findings(
        candidates(arc, daily, curves),
        windows(daily, s -> logits[s][WINDOW_DAYS - 1], WINDOW_DAYS),
        series ? series(arc, daily, curves.rise()) : null,
        daily.firstDay());
  }

  @Override
  public String needs() {
    return "element sets on at least " + FEWEST_OBSERVED_DAYS + " days";
  }

  private static List<Candidate> candidates(History arc, DailySeries series, RiseAndFall curves) {
    double[] days = new double[series.days()];
    for (int d = 0; d < days.length; d++) {
      days[d] = d;
    }
    ElementSteps axis = ElementSteps.semiMajorAxis(arc);
    Set<Integer> taken = new TreeSet<>();
    List<Candidate> candidates = new ArrayList<>();
    for (int peak : Peaks.of(curves.rise(), days, SEPARATION_DAYS, LEAST_RISE)) {
      int gap = gap(series.firstDay(), peak, curves.fall(), axis);
      // The highest peak comes first; a second one in the same gap adds nothing.
      if (taken.add(gap)) {
        candidates.add(new Candidate(gap - 1, gap, curves.rise()[peak], false));
      }
    }
    return candidates;
  }

  private static int gap(long firstDay, int peak, double[] fall, ElementSteps axis) {
    int day = peak;
    for (int d = Math.max(0, peak - DAYS_FROM_BURN_TO_RISE); d < peak; d++) {
      if (fall[d] > fall[day]) {
        day = d;
      }
    }
    double time = firstDay + day;
    int from = Math.max(1, axis.firstFrom(time));
    int to = Math.max(from + 1, axis.firstFrom(time + DAYS_BETWEEN_TWO_ROWS));
    return axis.largest(from, to);
  }

  private ArcSeries series(History arc, DailySeries daily, double[] rise) {
    double[] scores = ArcSeries.missing(arc.size());
    for (int k = 1; k < scores.length; k++) {
      double shown = rise[(int) (arc.elements().get(k).utcDay() - daily.firstDay())];
      scores[k] = Math.min(Math.max(shown, Double.MIN_NORMAL), Math.nextDown(1.0));
    }
    List<FeatureWindow> starts = new ArrayList<>();
    for (int s = 0; s + ArcSeries.WINDOW_DAYS <= daily.days(); s++) {
      starts.add(daily.window(s, ArcSeries.WINDOW_DAYS));
    }
    float[] logits = runner.logits(starts);
    return new ArcSeries(
        ArcSeries.residuals(ElementSetSeries.of(arc), arc.size()),
        scores,
        windows(daily, s -> logits[s], ArcSeries.WINDOW_DAYS));
  }

  private List<WindowProbability> windows(
      DailySeries series, IntToDoubleFunction logits, int length) {
    Calibration calibration = bundle.windowCalibration(length, series.regime());
    return WindowProbability.within(
        series.firstDay(),
        series.days(),
        length,
        1,
        start -> calibration.probability(logits.applyAsDouble(start)));
  }

  /**
   * The rise of the probability of a window as its end moves forward by a day, and the fall as its
   * start does.
   *
   * <p>Let P(s, t) be the network's probability that a burn starts in [s, t). Averaged over all
   * starts s of the last month, weighted by the chance that nothing happened before,
   *
   * <pre>
   * rise(t) = sum_s max(0, P(s, t+1) - P(s, t)) / (1/2 + sum_s (1 - P(s, t)))
   * fall(s) = sum_t max(0, P(s, t) - P(s+1, t)) / (1/2 + sum_t (1 - P(s+1, t)))
   * </pre>
   *
   * are discrete hazards, so that a second burn shows as clearly as the first: windows that start
   * between the two do not contain the first. The term 1/2 keeps both small where hardly any window
   * is informative. The rise occurs with the first element sets that show the burn; the fall
   * identifies the day whose element sets carried the evidence.
   */
  static final class RiseAndFall {

    /** Rises in windows shorter than this are ignored: their noise is not yet known. */
    private static final int SHORTEST_BEFORE_RISE = 4;

    private static final int SHORTEST_BEFORE_FALL = 6;
    private static final double FEW_WINDOWS = 0.5;

    private final double[] rise;
    private final double[] fall;

    /**
     * @param logits {@code logits[s][k]}: logit of the window [s, s + k + 1), s and k in days
     * @param days number of days of the series
     */
    RiseAndFall(float[][] logits, int days) {
      rise = new double[days];
      fall = new double[days];
      double[] unseen = new double[days];
      for (int s = 0; s < logits.length; s++) {
        for (int k = SHORTEST_BEFORE_RISE; k < logits[s].length; k++) {
          double before = Logistic.probability(logits[s][k - 1]);
          rise[s + k] += Math.max(0, Logistic.probability(logits[s][k]) - before);
          unseen[s + k] += 1 - before;
        }
      }
      divide(rise, unseen);
      double[] without = new double[days];
      for (int s = 0; s + 1 < logits.length; s++) {
        int longest = Math.min(logits[s].length, logits[s + 1].length + 1);
        for (int k = SHORTEST_BEFORE_FALL; k <= longest; k++) {
          double after = Logistic.probability(logits[s + 1][k - 2]);
          fall[s] += Math.max(0, Logistic.probability(logits[s][k - 1]) - after);
          without[s] += 1 - after;
        }
      }
      divide(fall, without);
    }

    /** The rise, by the day that enters the window; each in [0, 1). */
    double[] rise() {
      return rise;
    }

    /** The fall, by the day that leaves the window; each in [0, 1). */
    double[] fall() {
      return fall;
    }

    private static void divide(double[] sums, double[] weights) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] /= weights[i] + FEW_WINDOWS;
      }
    }
  }
}

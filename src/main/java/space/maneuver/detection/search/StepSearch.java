package space.maneuver.detection.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.search.BurnSearch.Candidate;
import space.maneuver.detection.search.BurnSearch.Findings;
import space.maneuver.features.DailySeries;
import space.maneuver.features.ElementSetSeries;
import space.maneuver.inference.InProcessRunner;
import space.maneuver.inference.WindowRunner;
import space.maneuver.math.Logistic;
import space.maneuver.model.bundle.Calibration;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.orbit.History;

/** Searches with a model that answers every gap: peaks of its probability are candidates. */
public final class StepSearch implements BurnSearch {

  private static final int WINDOW_DAYS = 30;

  /**
   * Burns within a day count as one maneuver. Further apart (2.5 d, 4 d beyond LEO) they were told
   * apart no less reliably, and .012 of the recall at one false alarm a year was lost in LEO.
   */
  static final double SEPARATION_DAYS = 1;

  static final double LEAST_PROBABILITY = 1e-3;
  static final int FEWEST_ELEMENT_SETS = 3;

  /** A gap lies between two of them. */
  private static final int FEWEST_DAYS = 2;

  private final ModelBundle bundle;
  private final StepScan scan;

  public StepSearch(ManeuverModel model) {
    this(model.bundle(), new InProcessRunner(model));
  }

  public StepSearch(ModelBundle bundle, WindowRunner runner) {
    this.bundle = bundle;
    scan = new StepScan(runner);
  }

  @Override
  public @Nullable Findings search(History arc, boolean series) {
    if (arc.size() < FEWEST_ELEMENT_SETS) {
      return null;
    }
    ElementSetSeries steps = ElementSetSeries.of(arc);
    if (steps.features().size() < FEWEST_DAYS) {
      return null;
    }
    double[] probabilities = scan.probabilities(steps);
    double[] days = new double[probabilities.length];
    for (int k = 0; k < days.length; k++) {
      days[k] = steps.features().epochDays(k);
    }
    List<Candidate> candidates =
        Peaks.ofGaps(probabilities, days, SEPARATION_DAYS, LEAST_PROBABILITY).stream()
            .map(k -> new Candidate(steps.elementSet(k - 1), steps.elementSet(k), probabilities[k]))
            .toList();
    return new Findings(
        candidates,
        windows(steps, probabilities, WINDOW_DAYS, 1),
        series ? series(steps, probabilities, arc.size()) : null);
  }

  @Override
  public String needs() {
    return "at least " + FEWEST_ELEMENT_SETS + " element sets of at least " + FEWEST_DAYS + " days";
  }

  private ArcSeries series(ElementSetSeries steps, double[] probabilities, int elementSets) {
    double[] scores = ArcSeries.missing(elementSets);
    for (int k = 1; k < probabilities.length; k++) {
      scores[steps.elementSet(k)] = probabilities[k];
    }
    return new ArcSeries(
        ArcSeries.residuals(steps, elementSets),
        scores,
        windows(steps, probabilities, ArcSeries.WINDOW_DAYS, 1));
  }

  /**
   * Every window that lies within the days of a series, from the first one on. A window's answer is
   * that of its surest gap, seen with everything around it.
   */
  public List<WindowProbability> windows(ElementSetSeries series, int days, int strideDays) {
    return windows(series, scan.probabilities(series), days, strideDays);
  }

  private List<WindowProbability> windows(
      ElementSetSeries series, double[] probabilities, int days, int strideDays) {
    Calibration calibration = bundle.windowCalibration(days, series.regime());
    List<WindowProbability> windows = new ArrayList<>();
    for (int from = 0; from + days <= series.days(); from += strideDays) {
      double start = series.firstDay() + (double) from;
      double surest = Double.MIN_NORMAL;
      int end = series.firstStepFrom(start + days);
      for (int k = series.firstStepFrom(start); k < end; k++) {
        surest = Math.max(surest, probabilities[k]);
      }
      windows.add(
          new WindowProbability(
              DailySeries.startOf(series.firstDay() + from),
              DailySeries.startOf(series.firstDay() + from + days),
              calibration.probability(Logistic.logit(surest))));
    }
    return windows;
  }
}

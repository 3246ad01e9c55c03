package space.maneuver.evaluation.metrics.windows;

import space.maneuver.evaluation.metrics.events.LabelledBurn;
import space.maneuver.evaluation.metrics.events.LabelledSatellite;
import space.maneuver.math.Bisection;

/** Says which windows of one satellite can be scored, and what is true of them. */
final class WindowLabels {

  /** What is known of a window; all but the first two leave it out. */
  enum Label {
    BURN,
    QUIET,
    OUT_OF_SPAN,
    EMPTY,
    AMBIGUOUS
  }

  private final double[] epochs;
  private final double[] burnStarts;
  private final double from;
  private final double until;

  WindowLabels(LabelledSatellite satellite) {
    epochs = Bisection.ascending(satellite.epochs());
    burnStarts = satellite.burns().stream().mapToDouble(LabelledBurn::start).toArray();
    from = Math.max(satellite.firstEpoch(), burnStarts[0]);
    until = Math.min(satellite.lastEpoch(), burnStarts[burnStarts.length - 1]);
  }

  Label of(ScoredWindow window, double guardDays, int minimumElementSets) {
    double start = window.start();
    double end = window.end();
    if (start < from || end > until) {
      return Label.OUT_OF_SPAN;
    }
    if (Bisection.countBelow(epochs, end) - Bisection.countBelow(epochs, start)
        < minimumElementSets) {
      return Label.EMPTY;
    }
    if (guardDays > 0 && burnIn(start - guardDays, end) != burnIn(start, end - guardDays)) {
      return Label.AMBIGUOUS;
    }
    return burnIn(start, end) ? Label.BURN : Label.QUIET;
  }

  private boolean burnIn(double start, double end) {
    return Bisection.countBelow(burnStarts, start) < Bisection.countBelow(burnStarts, end);
  }
}

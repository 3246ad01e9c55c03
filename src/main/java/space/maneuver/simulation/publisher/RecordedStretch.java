package space.maneuver.simulation.publisher;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.descriptive.rank.Median;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.Sgp4;
import space.maneuver.simulation.orbit.Deviation;
import space.maneuver.simulation.orbit.DragRate;
import space.maneuver.simulation.orbit.TrueOrbit;

/**
 * What a real history without burns tells of its publisher: the intervals between element sets, and
 * how far each lies from a smooth path through its neighbours, in all elements and the drag at
 * once, so that errors stay as correlated as they were. Wrong element sets do not bend the path:
 * one that is far off would else leave its neighbours errors that look like a step, which they do
 * not have.
 */
final class RecordedStretch {

  /** Element sets on each side that the smooth path goes through, within so many days. */
  private static final int NEIGHBOURS = 6;

  private static final double REACH = 15;
  private static final int FEWEST = 8;

  /** Drag that varies bends the path along the orbit; the rest is smoother. */
  private static final int PATH_DEGREE = 3;

  private static final int DEGREE = 2;

  private final double[] intervals;
  private final List<PublishedError> errors;

  private RecordedStretch(double[] intervals, List<PublishedError> errors) {
    this.intervals = intervals;
    this.errors = errors;
  }

  /** The errors and intervals of a history without burns; may be empty. */
  static RecordedStretch of(History quiet) {
    List<ElementSet> elements = quiet.elements();
    List<Double> intervals = new ArrayList<>();
    List<PublishedError> errors = new ArrayList<>();
    double perBStar = quiet.regime() == OrbitRegime.LEO ? DragRate.perBStar(elements.get(0)) : 0;
    for (int k = 1; k < elements.size(); k++) {
      ElementSet own = elements.get(k);
      List<ElementSet> around = new ArrayList<>();
      for (int j = Math.max(0, k - NEIGHBOURS);
          j <= Math.min(elements.size() - 1, k + NEIGHBOURS);
          j++) {
        if (Math.abs(elements.get(j).epochDays() - own.epochDays()) <= REACH) {
          around.add(elements.get(j));
        }
      }
      if (around.size() >= FEWEST) {
        // An element set that SGP4 cannot propagate has no neighbours to tell its error by.
        PublishedError error = Sgp4.attempt(() -> error(own, around, perBStar));
        if (error != null) {
          errors.add(error);
          intervals.add(own.epochDays() - elements.get(k - 1).epochDays());
        }
      }
    }
    return new RecordedStretch(
        intervals.stream().mapToDouble(Double::doubleValue).toArray(), errors);
  }

  private static PublishedError error(ElementSet own, List<ElementSet> around, double perBStar) {
    double bStar = median(around.stream().mapToDouble(ElementSet::bStar).toArray());
    ElementSet reference = own.withDrag(bStar, 0);
    double[] days = new double[around.size()];
    List<Deviation> apart = new ArrayList<>();
    for (int i = 0; i < days.length; i++) {
      ElementSet other = around.get(i);
      days[i] = other.epochDays() - own.epochDays();
      apart.add(Deviation.between(TrueOrbit.advanced(reference, other.epochTicks()), other));
    }
    Deviation path =
        new Deviation(
            smooth(days, apart, Deviation::meanMotion, DEGREE),
            smooth(days, apart, Deviation::phase, PATH_DEGREE),
            smooth(days, apart, Deviation::ex, DEGREE),
            smooth(days, apart, Deviation::ey, DEGREE),
            smooth(days, apart, Deviation::ix, DEGREE),
            smooth(days, apart, Deviation::iy, DEGREE));
    return new PublishedError(path.times(-1), (own.bStar() - bStar) * perBStar);
  }

  private static double smooth(
      double[] days, List<Deviation> apart, ToDoubleFunction<Deviation> part, int degree) {
    return RobustPolynomial.atZero(days, apart.stream().mapToDouble(part).toArray(), degree);
  }

  private static double median(double[] values) {
    return new Median().evaluate(values);
  }

  int size() {
    return intervals.length;
  }

  /** Days from the element set before. */
  double interval(int k) {
    return intervals[k];
  }

  /** How far the element set is from the truth. */
  PublishedError error(int k) {
    return errors.get(k);
  }
}

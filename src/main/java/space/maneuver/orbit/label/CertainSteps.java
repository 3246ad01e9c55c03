package space.maneuver.orbit.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import space.maneuver.math.Medians;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.OrbitRegime;

/**
 * Finds steps of an orbit that thrust explains and drag hardly ever does, so that a history without
 * published burns shows some of them. Objects that cannot maneuver show 88 raises of .05 m/s and
 * more in 280 object-years, most of them in element sets of the 1960s, and two of .3 m/s. A step at
 * a gap is the median of the three element sets after it less the median of the three before it,
 * less the drift of the twenty gaps before. It counts if it exceeds eight times the scatter of the
 * object's own steps and if the three element sets after those still show it. Only published mean
 * elements are used.
 */
public final class CertainSteps {

  private static final int LEVEL = 3;
  private static final int DRIFT_GAPS = 20;
  private static final int FEWEST_SETS = 40;
  private static final int FEWEST_STEPS = 20;
  private static final double SIGMAS = 8;

  /** Share of a step that must still be there three element sets later. */
  private static final double LASTING = 0.6;

  /** Of several steps within so many days the largest counts. */
  private static final double APART = 2;

  /** Smallest delta-v, m/s. */
  private static final double LEAST_AXIS = 0.05;

  private static final double LEAST_PLANE = 0.3;

  private static final double MOST_RAISES = 0.05;

  private static final double LONGEST_GAP = 3;
  private static final double SHORTEST_GAP = 0.05;
  private static final double METRES_PER_KM = 1000;

  /** Which element steps. */
  public enum Kind {
    /** The semi-major axis rises, in any regime but the geosynchronous one. */
    RAISE,
    /** The semi-major axis of a geosynchronous orbit rises or falls: there is no drag. */
    AXIS,
    /**
     * The plane turns: both components of the inclination vector in geosynchronous orbit, elsewhere
     * the inclination alone, since drag and oblateness move the node.
     */
    PLANE
  }

  /**
   * A step.
   *
   * @param gap index of the element set at the end of the gap
   * @param days middle of the gap, days since 1970-01-01 UTC
   * @param deltaV delta-v of an impulsive burn that causes it, m/s, above 0
   */
  public record Step(Kind kind, int gap, double days, double deltaV) {}

  private final Kind kind;
  private final double[] days;
  private final double[][] values;
  private final double toDeltaV;

  private CertainSteps(History history, Kind kind) {
    this.kind = kind;
    List<ElementSet> elements = history.elements();
    days = elements.stream().mapToDouble(ElementSet::epochDays).toArray();
    values =
        switch (kind) {
          case RAISE, AXIS -> new double[][] {of(elements, ElementSet::semiMajorAxis)};
          case PLANE ->
              history.regime() == OrbitRegime.GEO
                  ? new double[][] {
                    of(elements, each -> each.inclination() * Math.cos(each.rightAscension())),
                    of(elements, each -> each.inclination() * Math.sin(each.rightAscension()))
                  }
                  : new double[][] {of(elements, ElementSet::inclination)};
        };
    ElementSet middle = elements.get(elements.size() / 2);
    toDeltaV =
        METRES_PER_KM
            * (kind == Kind.PLANE
                ? middle.semiMajorAxis() * middle.meanMotion()
                : middle.meanMotion() / 2);
  }

  private static double[] of(List<ElementSet> elements, ToDoubleFunction<ElementSet> element) {
    return elements.stream().mapToDouble(element).toArray();
  }

  /**
   * Returns the steps of all kinds that the regime has: steps of the semi-major axis in
   * geosynchronous orbit, raises elsewhere, and steps of the plane. An orbit that rises in more
   * than a twentieth of its element sets is raised all the time, and has no raises.
   */
  public static List<Step> of(History history) {
    List<Step> steps = new ArrayList<>(of(history, Kind.PLANE, LEAST_PLANE));
    if (history.regime() == OrbitRegime.GEO) {
      steps.addAll(of(history, Kind.AXIS, LEAST_AXIS));
    } else {
      List<Step> raises = of(history, Kind.RAISE, LEAST_AXIS);
      if (raises.size() <= MOST_RAISES * history.size()) {
        steps.addAll(raises);
      }
    }
    return steps;
  }

  /**
   * Returns the steps of one kind, in order of time.
   *
   * @param leastDeltaV smallest delta-v, m/s
   */
  public static List<Step> of(History history, Kind kind, double leastDeltaV) {
    return history.size() < FEWEST_SETS
        ? List.of()
        : new CertainSteps(history, kind).find(leastDeltaV);
  }

  private List<Step> find(double leastDeltaV) {
    double[][] steps = new double[values.length][days.length];
    double[][] later = new double[values.length][days.length];
    List<Integer> known = new ArrayList<>();
    for (int k = DRIFT_GAPS; k < days.length - 2 * LEVEL; k++) {
      if (days[k + 5] - days[k + 4] <= LONGEST_GAP && isDense(k)) {
        known.add(k);
        for (int c = 0; c < values.length; c++) {
          double drift = drift(values[c], k);
          steps[c][k] = step(values[c], k, k, drift);
          later[c][k] = step(values[c], k, k + LEVEL, drift);
        }
      }
    }
    if (known.size() < FEWEST_STEPS) {
      return List.of();
    }
    double scatter = 0;
    for (double[] of : steps) {
      scatter = Math.max(scatter, Medians.sigma(known.stream().mapToDouble(k -> of[k]).toArray()));
    }
    double least = Math.max(SIGMAS * scatter, leastDeltaV / toDeltaV);
    List<Step> found = new ArrayList<>();
    known.stream()
        .filter(k -> isCertain(steps, later, k, least))
        .sorted(Comparator.comparingDouble(k -> -size(steps, k)))
        .map(k -> new Step(kind, k, (days[k] + days[k - 1]) / 2, size(steps, k) * toDeltaV))
        .filter(each -> found.stream().allMatch(other -> isApart(each, other)))
        .forEach(found::add);
    found.sort(Comparator.comparingInt(Step::gap));
    return found;
  }

  private static boolean isApart(Step one, Step other) {
    return Math.abs(one.days() - other.days()) > APART;
  }

  private boolean isCertain(double[][] steps, double[][] later, int k, double least) {
    double size = size(steps, k);
    double lasting = 0;
    for (int c = 0; c < steps.length; c++) {
      lasting += steps[c][k] * later[c][k];
    }
    return size > least
        && lasting > LASTING * size * size
        && (kind != Kind.RAISE || steps[0][k] > 0);
  }

  private static double size(double[][] steps, int k) {
    return Math.sqrt(Arrays.stream(steps).mapToDouble(of -> of[k] * of[k]).sum());
  }

  private boolean isDense(int k) {
    return IntStream.range(k - LEVEL, k + LEVEL)
        .allMatch(i -> days[i + 1] - days[i] <= LONGEST_GAP);
  }

  private double drift(double[] of, int k) {
    double[] rates = new double[DRIFT_GAPS - 1];
    for (int i = 0; i < rates.length; i++) {
      int from = k - DRIFT_GAPS + i;
      rates[i] = (of[from + 1] - of[from]) / Math.max(days[from + 1] - days[from], SHORTEST_GAP);
    }
    return Medians.of(rates);
  }

  private double step(double[] of, int k, int after, double drift) {
    return median(of, after)
        - median(of, k - LEVEL)
        - drift * (median(days, after) - median(days, k - LEVEL));
  }

  private static double median(double[] of, int from) {
    return Medians.of(Arrays.copyOfRange(of, from, from + LEVEL));
  }
}

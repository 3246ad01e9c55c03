package space.maneuver.features.gap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orekit.propagation.analytical.tle.TLEPropagator;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;
import space.maneuver.features.gap.OrbitFrame.Residual;
import space.maneuver.math.SortedWindow;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.Sgp4;

/**
 * The element sets of a history that are steps, each with its ephemeris: the newest one of every
 * UTC day, without {@link LoneOutliers}. The selection depends neither on where a request starts
 * nor on anything after the next step, and the newest element set is always a step.
 */
final class Steps {

  private final History history;
  private final double[] days;
  private final List<@Nullable Ephemeris> ephemerides;

  private Steps(History history, List<@Nullable Ephemeris> ephemerides) {
    this.history = history;
    this.ephemerides = ephemerides;
    days = history.elements().stream().mapToDouble(ElementSet::epochDays).toArray();
  }

  static Steps of(History history) {
    List<ElementSet> daily = daily(history);
    List<@Nullable Ephemeris> ephemerides = new ArrayList<>();
    for (ElementSet elements : daily) {
      ephemerides.add(Ephemeris.of(elements));
    }
    boolean[] outliers = LoneOutliers.among(daily, ephemerides);
    List<ElementSet> kept = new ArrayList<>();
    List<@Nullable Ephemeris> keptEphemerides = new ArrayList<>();
    for (int k = 0; k < outliers.length; k++) {
      if (!outliers[k]) {
        kept.add(daily.get(k));
        keptEphemerides.add(ephemerides.get(k));
      }
    }
    return new Steps(new History(kept), keptEphemerides);
  }

  private static List<ElementSet> daily(History history) {
    List<ElementSet> daily = new ArrayList<>();
    for (ElementSet elements : history.elements()) {
      int last = daily.size() - 1;
      if (last >= 0 && daily.get(last).utcDay() == elements.utcDay()) {
        daily.set(last, elements);
      } else {
        daily.add(elements);
      }
    }
    return daily;
  }

  int size() {
    return days.length;
  }

  History history() {
    return history;
  }

  ElementSet elements(int k) {
    return history.elements().get(k);
  }

  /** Epochs in days since 1970-01-01T00:00 UTC, not copied. */
  double[] days() {
    return days;
  }

  /** Null if the element set cannot be propagated to its own epoch, or there is no step k. */
  @Nullable Ephemeris ephemeris(int k) {
    return k < 0 ? null : ephemerides.get(k);
  }

  /**
   * Isolated outliers: element sets far from the propagated previous one and equally far from the
   * next one, while those two neighbors agree with each other. A burn never looks like this, since
   * the orbits before and after it disagree; only two opposite burns within two days do. The newest
   * element set cannot be judged yet, nor one with distant neighbors.
   */
  private static final class LoneOutliers {

    /** Least distance of an outlier, in units of the usual disagreement of neighbors. */
    private static final double FAR = 25;

    /** Greatest disagreement of an outlier's neighbors, in the same units. */
    private static final double NEAR = 4;

    private static final double LONGEST_GAP = 3;
    private static final int WINDOW = 60;
    private static final int FEWEST = 10;

    private final List<ElementSet> elements;
    private final List<@Nullable Ephemeris> ephemerides;
    private final double[][] series = new double[Residual.SIZES][];
    private final SortedWindow[] usual = new SortedWindow[Residual.SIZES];
    private int known;

    private LoneOutliers(List<ElementSet> elements, List<@Nullable Ephemeris> ephemerides) {
      this.elements = elements;
      this.ephemerides = ephemerides;
      for (int q = 0; q < Residual.SIZES; q++) {
        series[q] = new double[elements.size()];
        Arrays.fill(series[q], Double.NaN);
        usual[q] = new SortedWindow(series[q], WINDOW);
      }
    }

    /**
     * Flags the isolated outliers.
     *
     * @param elements in order of time
     * @param ephemerides one per element set, null where it cannot be propagated
     */
    static boolean[] among(List<ElementSet> elements, List<@Nullable Ephemeris> ephemerides) {
      return new LoneOutliers(elements, ephemerides).find();
    }

    private boolean[] find() {
      boolean[] outliers = new boolean[elements.size()];
      int previous = -1;
      for (int k = 0; k < outliers.length; k++) {
        if (ephemerides.get(k) == null) {
          continue;
        }
        double @Nullable [] before = previous < 0 ? null : sizes(previous, k);
        if (before != null && isLone(previous, k, before)) {
          outliers[k] = true;
        } else {
          previous = k;
          remember(k, before);
        }
      }
      return outliers;
    }

    private boolean isLone(int previous, int k, double[] before) {
      int next = k + 1;
      if (known < FEWEST
          || next == elements.size()
          || gap(previous, k) > LONGEST_GAP
          || gap(k, next) > LONGEST_GAP
          || !isFar(before, before)) {
        return false;
      }
      double @Nullable [] after = sizes(k, next);
      double @Nullable [] across = sizes(previous, next);
      return after != null && across != null && isFar(before, after) && isNear(across);
    }

    private boolean isFar(double[] before, double[] after) {
      for (int q = 0; q < usual.length; q++) {
        if (Math.min(before[q], after[q]) > FAR * usual(q)) {
          return true;
        }
      }
      return false;
    }

    private boolean isNear(double[] across) {
      for (int q = 0; q < usual.length; q++) {
        if (!(across[q] <= NEAR * usual(q))) {
          return false;
        }
      }
      return true;
    }

    private double usual(int q) {
      return Math.max(usual[q].median(), TrailingScale.FLOOR);
    }

    private void remember(int k, double @Nullable [] sizes) {
      for (int q = 0; q < usual.length; q++) {
        usual[q].startAt(Math.max(0, k + 1 - WINDOW));
        if (sizes != null) {
          series[q][k] = sizes[q];
          usual[q].add(k);
        }
      }
      known += sizes == null ? 0 : 1;
    }

    private double gap(int from, int to) {
      return elements.get(to).epochDays() - elements.get(from).epochDays();
    }

    private double @Nullable [] sizes(int from, int to) {
      Ephemeris earlier = ephemerides.get(from);
      Ephemeris later = ephemerides.get(to);
      if (earlier == null || later == null) {
        return null;
      }
      OrbitFrame predicted = earlier.at(later.date());
      return predicted == null ? null : Residual.between(later.own(), predicted).sizes();
    }
  }

  /**
   * An element set with its SGP4 or SDP4 propagator, which is reused for all epochs.
   *
   * @param propagator of the element set
   * @param own the orbit at the element set's own epoch
   */
  record Ephemeris(TLEPropagator propagator, OrbitFrame own) {

    /** Null if the element set cannot be propagated to its own epoch. */
    static @Nullable Ephemeris of(ElementSet elements) {
      return Sgp4.attempt(
          () -> {
            TLEPropagator propagator = Sgp4.propagator(elements);
            OrbitFrame own = frame(propagator, propagator.getTLE().getDate());
            return own == null ? null : new Ephemeris(propagator, own);
          });
    }

    AbsoluteDate date() {
      return propagator.getTLE().getDate();
    }

    /** Null if the element set cannot be propagated to the date. */
    @Nullable OrbitFrame at(AbsoluteDate date) {
      return Sgp4.attempt(() -> frame(propagator, date));
    }

    private static @Nullable OrbitFrame frame(TLEPropagator propagator, AbsoluteDate date) {
      PVCoordinates state = propagator.getPVCoordinates(date);
      OrbitFrame frame = OrbitFrame.of(state);
      return Double.isFinite(frame.semiMajorAxis()) && !frame.position().isNaN() ? frame : null;
    }
  }
}

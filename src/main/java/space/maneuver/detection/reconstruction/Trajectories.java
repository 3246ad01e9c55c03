package space.maneuver.detection.reconstruction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.orekit.orbits.EquinoctialOrbit;
import org.orekit.propagation.analytical.tle.TLEPropagator;
import org.orekit.time.AbsoluteDate;
import space.maneuver.math.Angles;
import space.maneuver.math.Days;
import space.maneuver.math.Medians;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.Sgp4;

/**
 * The trajectories of the element sets of a history that can be propagated, and how well each
 * predicts its neighbors.
 */
final class Trajectories {

  /** Element sets closer than this, d, rest on nearly the same observations: only one is used. */
  private static final double SPACING = 0.2;

  private final List<ElementSet> elements;
  private final double[] days;
  private final @Nullable Optional<Trajectory>[] trajectories;
  private final @Nullable Optional<Misses>[] misses;
  private final @Nullable PredictionNoise[] noises;

  @SuppressWarnings({"unchecked", "rawtypes"})
  Trajectories(History history) {
    elements = history.elements();
    days = elements.stream().mapToDouble(ElementSet::epochDays).toArray();
    trajectories = new Optional[days.length];
    misses = new Optional[days.length];
    noises = new PredictionNoise[days.length + 1];
  }

  /**
   * Returns element sets around a time, ascending, on each side at least a fifth of a day apart.
   *
   * @param before greatest number at or before the time
   * @param after greatest number after the time
   * @param reach greatest distance from the time, d
   */
  List<Trajectory> around(double time, int before, int after, double reach) {
    List<Trajectory> chosen = new ArrayList<>();
    int next = firstAfter(time);
    double last = Double.POSITIVE_INFINITY;
    for (int k = next - 1; k >= 0 && chosen.size() < before && days[k] >= time - reach; k--) {
      if (last - days[k] >= SPACING && usable(k)) {
        chosen.add(0, trajectory(k).orElseThrow());
        last = days[k];
      }
    }
    int most = chosen.size() + after;
    last = Double.NEGATIVE_INFINITY;
    for (int k = next; k < days.length && chosen.size() < most && days[k] <= time + reach; k++) {
      if (days[k] - last >= SPACING && usable(k)) {
        chosen.add(trajectory(k).orElseThrow());
        last = days[k];
      }
    }
    return chosen;
  }

  /** The prediction noise of element sets around a time. */
  PredictionNoise noise(double time) {
    int middle = firstAfter(time);
    PredictionNoise known = noises[middle];
    if (known == null) {
      int to = Math.min(days.length, middle + PredictionNoise.GAPS);
      int from = Math.min(Math.max(1, middle - PredictionNoise.GAPS), to);
      known =
          PredictionNoise.of(
              IntStream.range(from, to).mapToObj(this::misses).flatMap(Optional::stream).toList());
      noises[middle] = known;
    }
    return known;
  }

  /**
   * Middle of the gap that begins so many element sets before the last at or before a time; NaN
   * before the history.
   */
  double before(double time, int count) {
    return middle(firstAfter(time) - count);
  }

  /**
   * Middle of the gap that ends so many element sets after the first after a time; NaN after it.
   */
  double after(double time, int count) {
    return middle(firstAfter(time) + count);
  }

  private double middle(int k) {
    return k < 1 || k >= days.length ? Double.NaN : (days[k - 1] + days[k]) / 2;
  }

  /** Number of element sets, whether they can be propagated or not. */
  int size() {
    return days.length;
  }

  private int firstAfter(double time) {
    int found = Arrays.binarySearch(days, time);
    return found < 0 ? -found - 1 : found + 1;
  }

  private boolean usable(int k) {
    return trajectory(k).isPresent();
  }

  private Optional<Trajectory> trajectory(int k) {
    Optional<Trajectory> known = trajectories[k];
    if (known == null) {
      known = Optional.ofNullable(Trajectory.of(elements.get(k)));
      trajectories[k] = known;
    }
    return known;
  }

  private Optional<Misses> misses(int k) {
    Optional<Misses> known = misses[k];
    if (known == null) {
      known =
          Optional.ofNullable(
              Misses.between(trajectory(k - 1).orElse(null), trajectory(k).orElse(null)));
      misses[k] = known;
    }
    return known;
  }

  /**
   * The motion predicted by an element set with SGP4 or SDP4.
   *
   * @param day epoch, days since 1970
   * @param propagator of the element set
   * @param own osculating orbit at the epoch
   */
  record Trajectory(double day, TLEPropagator propagator, OsculatingOrbit own) {

    /** Null if the element set cannot be propagated to its own epoch. */
    static @Nullable Trajectory of(ElementSet elements) {
      return Sgp4.attempt(
          () -> {
            TLEPropagator propagator = Sgp4.propagator(elements);
            OsculatingOrbit own = orbit(propagator, 0);
            return own == null ? null : new Trajectory(elements.epochDays(), propagator, own);
          });
    }

    /**
     * Osculating orbit at a time in days since 1970; null if the element set cannot be propagated
     * to it.
     */
    @Nullable OsculatingOrbit at(double time) {
      return Sgp4.attempt(() -> orbit(propagator, (time - day) * Days.SECONDS));
    }

    private static @Nullable OsculatingOrbit orbit(TLEPropagator propagator, double seconds) {
      AbsoluteDate date = propagator.getTLE().getDate().shiftedBy(seconds);
      return OsculatingOrbit.of(
          new EquinoctialOrbit(
              propagator.getPVCoordinates(date),
              propagator.getFrame(),
              date,
              TLEPropagator.getMU()));
    }
  }

  /**
   * Equinoctial elements of an osculating orbit.
   *
   * @param semiMajorAxis m
   * @param eccentricity 1
   * @param hx first component of the inclination vector, tan(i/2) cos(node)
   * @param hy second component of the inclination vector, tan(i/2) sin(node)
   * @param meanLongitude rad
   * @param meanMotion from Kepler's third law, rad/s
   */
  record OsculatingOrbit(
      double semiMajorAxis,
      double eccentricity,
      double hx,
      double hy,
      double meanLongitude,
      double meanMotion) {

    /** Null if the orbit is not elliptical. */
    static @Nullable OsculatingOrbit of(EquinoctialOrbit orbit) {
      if (!(orbit.getA() > 0)) {
        return null;
      }
      double meanLongitude = orbit.getLM();
      return Double.isFinite(meanLongitude)
          ? new OsculatingOrbit(
              orbit.getA(),
              orbit.getE(),
              orbit.getHx(),
              orbit.getHy(),
              meanLongitude,
              orbit.getKeplerianMeanMotion())
          : null;
    }
  }

  /**
   * The difference between two orbits at the same time. Short-period terms cancel, so that it is
   * also the difference of the mean orbits and has no term with the orbital period: two orbits that
   * separate in an along-track burn have {@code alongTrack} = 0 at the burn only.
   *
   * @param alongTrack difference of the mean longitudes, relative to a departure point that does
   *     not rotate about the normal, times the semi-major axis, km; within half a revolution
   * @param semiMajorAxis km
   */
  record OrbitDifference(double alongTrack, double semiMajorAxis) {

    private static final double KM = 1e-3;

    static OrbitDifference between(OsculatingOrbit orbit, OsculatingOrbit other) {
      double q = other.hx();
      double p = other.hy();
      double dq = orbit.hx() - q;
      double dp = orbit.hy() - p;
      double turn = 2 * (q * dp - p * dq) / (1 + q * q + p * p);
      double longitude = Angles.halfTurn(orbit.meanLongitude() - other.meanLongitude());
      return new OrbitDifference(
          (longitude - turn) * other.semiMajorAxis() * KM,
          (orbit.semiMajorAxis() - other.semiMajorAxis()) * KM);
    }
  }

  /**
   * How two consecutive element sets predict each other.
   *
   * @param gap between their epochs, d
   * @param forward the later element set minus the prediction of the earlier one
   * @param backward the earlier element set minus the prediction of the later one
   */
  record Misses(double gap, OrbitDifference forward, OrbitDifference backward) {

    /** Null if one cannot be propagated to the epoch of the other. */
    static @Nullable Misses between(@Nullable Trajectory early, @Nullable Trajectory late) {
      if (early == null || late == null) {
        return null;
      }
      OsculatingOrbit later = early.at(late.day());
      OsculatingOrbit earlier = late.at(early.day());
      return later == null || earlier == null
          ? null
          : new Misses(
              late.day() - early.day(),
              OrbitDifference.between(late.own(), later),
              OrbitDifference.between(early.own(), earlier));
    }
  }

  /**
   * Errors with which element sets of an object predict their neighbors: robust standard
   * deviations, insensitive to burns in a few gaps.
   *
   * @param forward along-track, of predictions into the future, km/d
   * @param backward along-track, of predictions into the past, km/d
   * @param semiMajorAxis km
   */
  record PredictionNoise(double forward, double backward, double semiMajorAxis) {

    /** Gaps on each side from which the noise is estimated. */
    static final int GAPS = 60;

    /** Shortest gap to use, d: element sets closer together do not show the error after a day. */
    private static final double SHORTEST_GAP = 0.3;

    /** Noise floors, of the order of the last digits of a two-line element set. */
    private static final double LEAST_RATE = 0.02;

    private static final double LEAST_AXIS = 1e-4;

    /** Estimates the noise; the floors if there are no misses. */
    static PredictionNoise of(List<Misses> misses) {
      double gap =
          misses.isEmpty()
              ? 1
              : Math.max(
                  SHORTEST_GAP, Medians.of(misses.stream().mapToDouble(Misses::gap).toArray()));
      return new PredictionNoise(
          Math.max(LEAST_RATE, rate(misses, each -> each.forward().alongTrack())),
          Math.max(LEAST_RATE, rate(misses, each -> each.backward().alongTrack())),
          Math.max(LEAST_AXIS, gap * rate(misses, each -> each.forward().semiMajorAxis())));
    }

    private static double rate(List<Misses> misses, ToDoubleFunction<Misses> component) {
      return Medians.sigma(
          misses.stream()
              .mapToDouble(
                  each -> component.applyAsDouble(each) / Math.max(SHORTEST_GAP, each.gap()))
              .toArray());
    }
  }
}

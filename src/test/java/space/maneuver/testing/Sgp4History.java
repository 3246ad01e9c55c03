package space.maneuver.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.utils.PVCoordinates;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.Sgp4;
import space.maneuver.orbit.Ticks;

/**
 * A history of any orbit and cadence that follows SGP4 or SDP4 exactly but for burns and for normal
 * noise of a given size, or none.
 */
public final class Sgp4History {

  public static final ElementSet LOW = ElementSetBuilder.at("2020-01-01T12:00:00Z").build();

  public static final ElementSet GEOSTATIONARY =
      ElementSetBuilder.at("2020-01-01T12:00:00Z")
          .revolutionsPerDay(1.00272)
          .eccentricity(0.0003)
          .inclination(2)
          .bStar(0)
          .build();

  private static final ElementSet EVENING = ElementSetBuilder.at("2020-01-01T21:00:00Z").build();

  private final ElementSet start;
  private final Noise noise;
  private final NavigableMap<Double, Vector3D> burns = new TreeMap<>();

  private Sgp4History(ElementSet start, Noise noise) {
    this.start = start;
    this.noise = noise;
  }

  /** Without noise. */
  public static Sgp4History exact(ElementSet start) {
    return new Sgp4History(start, new Noise(new Random(0), 0, 0, 0));
  }

  /**
   * With noise that is, in a low orbit, half a metre of the semi-major axis, 7 m of shape and plane
   * and 36 m along the track.
   */
  public static Sgp4History noisy(ElementSet start) {
    return new Sgp4History(start, new Noise(new Random(7), 1e-7, 1e-6, 5e-6));
  }

  /** With noise of the size given, km, in semi-major axis, shape and plane, ten times along. */
  public static Sgp4History noisy(ElementSet start, long seed, double axis) {
    double relative = axis / start.semiMajorAxis();
    return new Sgp4History(
        start, new Noise(new Random(seed), -1.5 * relative, relative, 10 * relative));
  }

  /** So many element sets of a low orbit, one every few days, without burn or noise. */
  public static History quiet(int count, double days) {
    return exact(EVENING).every(days, count);
  }

  /** The same with a burn along the track so many days after the first element set, m/s. */
  public static History burnt(int count, double days, double day, double along) {
    return exact(EVENING).burn(day, 0, along, 0).every(days, count);
  }

  /**
   * A low orbit with an element set a day and noise as {@link #noisy(ElementSet, long, double)}.
   */
  public static History noisy(long seed, int days, double axis) {
    return noisy(EVENING, seed, axis).every(1, days);
  }

  /** Adds a burn so many days after the first element set; m/s. */
  public Sgp4History burn(double day, double radial, double along, double cross) {
    burns.put(day, new Vector3D(radial, along, cross));
    return this;
  }

  /** Days since 1970 of a day of this history. */
  public double time(double day) {
    return start.epochDays() + day;
  }

  /** So many element sets, one every few days. */
  public History every(double days, int count) {
    List<ElementSet> elements = new ArrayList<>();
    ElementSet truth = start;
    for (int k = 0; k < count; k++) {
      double from = (k - 1) * days;
      for (Map.Entry<Double, Vector3D> burn : burns.subMap(from, k * days).entrySet()) {
        long ticks = ticks(burn.getKey());
        truth = Sgp4.elements(ticks, kicked(state(truth, ticks), burn.getValue()), truth);
      }
      truth = Sgp4.elements(ticks(k * days), state(truth, ticks(k * days)), truth);
      elements.add(noise.on(truth));
    }
    return History.of(elements);
  }

  /** The velocity changed by what is given in m/s. */
  private static PVCoordinates kicked(PVCoordinates state, Vector3D deltaV) {
    Vector3D radial = state.getPosition().normalize();
    Vector3D cross = state.getMomentum().normalize();
    Vector3D kick =
        new Vector3D(
            deltaV.getX(), radial, deltaV.getY(), cross.crossProduct(radial), deltaV.getZ(), cross);
    return new PVCoordinates(state.getPosition(), state.getVelocity().add(kick));
  }

  private long ticks(double day) {
    return start.epochTicks() + Math.round(day * Ticks.PER_DAY);
  }

  private static PVCoordinates state(ElementSet set, long ticks) {
    return Sgp4.propagator(set).getPVCoordinates(Sgp4.date(ticks));
  }

  /**
   * Standard deviations.
   *
   * @param meanMotion of the mean motion, relative
   * @param shape of eccentricity, inclination and node, 1 and rad
   * @param anomaly of the mean anomaly, rad
   */
  private record Noise(Random random, double meanMotion, double shape, double anomaly) {

    ElementSet on(ElementSet set) {
      return ElementSetBuilder.of(set)
          .plus(
              set.meanMotion() * draw(meanMotion),
              draw(shape),
              draw(shape),
              draw(shape),
              draw(anomaly))
          .build();
    }

    private double draw(double sigma) {
      return sigma * random.nextGaussian();
    }
  }
}

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

/** An orbit that follows SGP4 or SDP4 but for burns and normal noise of the elements. */
public final class KickedHistory {

  public static final ElementSet LOW = ElementSetBuilder.at("2020-01-01T12:00:00Z").build();

  public static final ElementSet GEOSTATIONARY =
      ElementSetBuilder.at("2020-01-01T12:00:00Z")
          .revolutionsPerDay(1.00272)
          .eccentricity(0.0003)
          .inclination(2)
          .bStar(0)
          .build();

  private final ElementSet start;
  private final Random random = new Random(7);
  private final NavigableMap<Double, Vector3D> burns = new TreeMap<>();

  public KickedHistory(ElementSet start) {
    this.start = start;
  }

  /** A burn so many days after the first element set; m/s. */
  public KickedHistory burn(double day, double radial, double along, double cross) {
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
      elements.add(noisy(truth));
    }
    return History.of(elements);
  }

  private PVCoordinates kicked(PVCoordinates state, Vector3D deltaV) {
    Vector3D radial = state.getPosition().normalize();
    Vector3D cross = state.getMomentum().normalize();
    Vector3D kick =
        new Vector3D(
            deltaV.getX(), radial, deltaV.getY(), cross.crossProduct(radial), deltaV.getZ(), cross);
    return new PVCoordinates(state.getPosition(), state.getVelocity().add(kick));
  }

  private long ticks(double day) {
    return start.epochTicks() + Math.round(day * ElementSet.TICKS_PER_DAY);
  }

  private static PVCoordinates state(ElementSet set, long ticks) {
    return Sgp4.propagator(set).getPVCoordinates(Sgp4.date(ticks));
  }

  private ElementSet noisy(ElementSet set) {
    return new ElementSet(
        set.noradId(),
        set.name(),
        set.internationalDesignator(),
        set.objectClass(),
        set.epochTicks(),
        set.meanMotion() * (1 + noise(1e-7)),
        set.eccentricity() + noise(1e-6),
        set.inclination() + noise(1e-6),
        set.rightAscension() + noise(1e-6),
        set.argumentOfPerigee(),
        Math.abs(set.meanAnomaly() + noise(5e-6)),
        set.bStar(),
        set.meanMotionDot(),
        set.meanMotionDotDot(),
        set.elementNumber(),
        set.revolutionNumber());
  }

  private double noise(double sigma) {
    return sigma * random.nextGaussian();
  }

  /** An element set that cannot be propagated even to its own epoch. */
  public static ElementSet broken(ElementSet set) {
    return new ElementSet(
        set.noradId(),
        set.name(),
        set.internationalDesignator(),
        set.objectClass(),
        set.epochTicks(),
        set.meanMotion(),
        0.9999999,
        set.inclination(),
        set.rightAscension(),
        set.argumentOfPerigee(),
        set.meanAnomaly(),
        set.bStar(),
        set.meanMotionDot(),
        set.meanMotionDotDot(),
        set.elementNumber(),
        set.revolutionNumber());
  }
}

package space.maneuver.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.utils.PVCoordinates;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.ObjectClass;
import space.maneuver.orbit.Sgp4;

/** Histories that follow SGP4 exactly, but for a burn or for noise of a given size. */
public final class Sgp4History {

  private static final long TICKS_PER_DAY = ElementSet.TICKS_PER_DAY;

  private Sgp4History() {}

  /** An element set at 21:00 of every day. */
  public static List<ElementSet> quiet(int days) {
    return quiet(days, 1);
  }

  /** An element set at 21:00 of the first day and every so many days after that. */
  public static List<ElementSet> quiet(int size, double gap) {
    List<ElementSet> elements =
        new ArrayList<>(List.of(ElementSetBuilder.at("2020-01-01T21:00:00Z").build()));
    for (int k = 1; k < size; k++) {
      ElementSet last = elements.get(k - 1);
      elements.add(at(last, last.epochTicks() + Math.round(gap * TICKS_PER_DAY)));
    }
    return elements;
  }

  /** The daily ones with a burn so many days after the first element set. */
  public static List<ElementSet> burn(int days, double day, double alongTrack) {
    return burn(days, 1, day, alongTrack);
  }

  /** The same with a gap of so many days. */
  public static List<ElementSet> burn(int size, double gap, double day, double alongTrack) {
    List<ElementSet> elements = quiet(size, gap);
    int next = (int) Math.ceil(day / gap);
    ElementSet before = elements.get(next - 1);
    long time = elements.get(0).epochTicks() + Math.round(day * TICKS_PER_DAY);
    PVCoordinates state = state(before, time);
    Vector3D thrust = state.getVelocity().normalize().scalarMultiply(alongTrack);
    ElementSet after =
        Sgp4.elements(
            time, new PVCoordinates(state.getPosition(), state.getVelocity().add(thrust)), before);
    for (int k = next; k < size; k++) {
      elements.set(k, at(after, elements.get(k).epochTicks()));
    }
    return elements;
  }

  /** A low orbit with normal noise in all elements, that of the semi-major axis being given, km. */
  public static History noisy(long seed, int days, double noise) {
    Random random = new Random(seed);
    List<ElementSet> elements = new ArrayList<>();
    for (ElementSet set : quiet(days)) {
      double relative = noise / set.semiMajorAxis();
      elements.add(
          with(
              set,
              set.meanMotion() * (1 - 1.5 * relative * random.nextGaussian()),
              set.eccentricity() + relative * random.nextGaussian(),
              set.inclination() + relative * random.nextGaussian(),
              set.rightAscension() + relative * random.nextGaussian(),
              set.meanAnomaly() + 10 * relative * random.nextGaussian()));
    }
    return History.of(elements);
  }

  /** A geostationary satellite in an all but circular and equatorial orbit, with noise. */
  public static History geostationary(long seed, int days) {
    Random random = new Random(seed);
    ElementSet set = ElementSetBuilder.at("2020-01-01T12:00:00Z").bStar(0).build();
    List<ElementSet> elements = new ArrayList<>();
    double meanMotion = 2 * Math.PI / 86_164.1;
    for (int day = 0; day < days; day++) {
      double node = 2 * Math.PI * random.nextDouble();
      double perigee = 2 * Math.PI * random.nextDouble();
      double longitude = 1 + meanMotion * 86_400 * day + 1e-6 * random.nextGaussian();
      elements.add(
          new ElementSet(
              set.noradId(),
              null,
              null,
              ObjectClass.PAYLOAD,
              set.epochTicks() + day * TICKS_PER_DAY,
              meanMotion * (1 + 1e-8 * random.nextGaussian()),
              Math.abs(1e-7 * random.nextGaussian()),
              day % 10 == 0 ? 0 : Math.abs(1e-7 * random.nextGaussian()),
              node,
              perigee,
              turn(longitude - node - perigee),
              0,
              0,
              0,
              day,
              day));
    }
    return History.of(elements);
  }

  /** The element set with an eccentricity that no propagation survives. */
  public static ElementSet broken(ElementSet set) {
    return with(
        set,
        set.meanMotion(),
        0.9999999,
        set.inclination(),
        set.rightAscension(),
        set.meanAnomaly());
  }

  private static ElementSet at(ElementSet set, long ticks) {
    return Sgp4.elements(ticks, state(set, ticks), set);
  }

  private static PVCoordinates state(ElementSet set, long ticks) {
    return Sgp4.propagator(set).getPVCoordinates(Sgp4.date(ticks));
  }

  /** The element set moved ahead along its track, rad. */
  public static ElementSet ahead(ElementSet set, double angle) {
    return with(
        set,
        set.meanMotion(),
        set.eccentricity(),
        set.inclination(),
        set.rightAscension(),
        set.meanAnomaly() + angle);
  }

  private static ElementSet with(
      ElementSet set,
      double meanMotion,
      double eccentricity,
      double inclination,
      double node,
      double meanAnomaly) {
    return new ElementSet(
        set.noradId(),
        set.name(),
        set.internationalDesignator(),
        set.objectClass(),
        set.epochTicks(),
        meanMotion,
        eccentricity,
        inclination,
        turn(node),
        set.argumentOfPerigee(),
        turn(meanAnomaly),
        set.bStar(),
        set.meanMotionDot(),
        set.meanMotionDotDot(),
        set.elementNumber(),
        set.revolutionNumber());
  }

  private static double turn(double angle) {
    return angle - 2 * Math.PI * Math.floor(angle / (2 * Math.PI));
  }
}

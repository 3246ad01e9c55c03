package space.maneuver.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import space.maneuver.math.Wgs72;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.label.LabelledHistory;

/**
 * A history of a low orbit with an element set at noon of every day from 2020-01-01 on, normal
 * noise and burns whose effect follows Gauss' equations for a circular orbit. Written from the
 * formulas, apart from the code under test and from SGP4.
 */
public final class KeplerHistory {

  public static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

  private static final double SEMI_MAJOR_AXIS = 7178;
  private static final double INCLINATION = Math.toRadians(98.6);
  private static final double EARTH_RADIUS = 6378.135;
  private static final double J2 = 1.082616e-3;

  /** Of the semi-major axis by drag, km/d. */
  private static final double DECAY = -0.002;

  private static final double AXIS_NOISE = 0.0005;
  private static final double ANGLE_NOISE = Math.toRadians(1e-4);
  private static final double ECCENTRICITY_NOISE = 1e-6;

  /** Argument of latitude of every burn, rad. */
  private static final double LATITUDE = 0.7;

  private final Random random;
  private final List<Burn> burns = new ArrayList<>();

  public KeplerHistory(long seed) {
    random = new Random(seed);
  }

  /** 150 days with burns that are hard to overlook, one every 25 to 30 days. */
  public static LabelledHistory withBurns(String name, long seed) {
    KeplerHistory history = new KeplerHistory(seed);
    for (double day = 5.3 + seed % 5; day < 150; day += 25 + seed % 6) {
      history.burn(day, day % 2 < 1 ? 3 : -2, 0);
    }
    return history.labelled(name, 150);
  }

  /**
   * Adds a burn.
   *
   * @param day after {@link #START}; its fraction is the time of day
   * @param alongTrack m/s
   * @param crossTrack m/s
   */
  public KeplerHistory burn(double day, double alongTrack, double crossTrack) {
    Instant time = instant(day);
    burns.add(new Burn(time, time, 1, 0, alongTrack, crossTrack));
    return this;
  }

  /** Element sets of so many days. */
  public History days(int days) {
    return days(days, day -> true);
  }

  /** Element sets of those days that are wanted. */
  public History days(int days, IntPredicate wanted) {
    List<ElementSet> elements = new ArrayList<>();
    double node = 1;
    for (int day = 0; day < days; day++) {
      double axis = SEMI_MAJOR_AXIS + DECAY * day;
      double inclination = INCLINATION;
      double kick = 0;
      for (Burn burn : burns) {
        if (burn.start().isBefore(instant(day + 0.5))) {
          double speed = Math.sqrt(Wgs72.MU / axis) * 1000;
          axis += 2 * axis * burn.alongTrack() / speed;
          inclination += burn.crossTrack() * Math.cos(LATITUDE) / speed;
          kick += burn.crossTrack() * Math.sin(LATITUDE) / speed / Math.sin(INCLINATION);
        }
      }
      double meanMotion = Math.sqrt(Wgs72.MU / axis) / axis;
      double ratio = EARTH_RADIUS / axis;
      node -= 1.5 * meanMotion * J2 * ratio * ratio * Math.cos(inclination) * 86_400;
      ElementSet each = noisy(day, axis, inclination, node + kick);
      if (wanted.test(day)) {
        elements.add(each);
      }
    }
    return History.of(elements);
  }

  /** The same with its burns. */
  public LabelledHistory labelled(String name, int days) {
    return new LabelledHistory(name, days(days), burns);
  }

  public static Instant instant(double day) {
    return START.plus(Duration.ofSeconds(Math.round(day * 86_400)));
  }

  private ElementSet noisy(int day, double axis, double inclination, double node) {
    double noisyAxis = axis + AXIS_NOISE * random.nextGaussian();
    double meanMotion = Math.sqrt(Wgs72.MU / noisyAxis) / noisyAxis;
    return ElementSetBuilder.at(instant(day + 0.5).toString())
        .revolutionsPerDay(meanMotion * 86_400 / (2 * Math.PI))
        .eccentricity(0.001 + ECCENTRICITY_NOISE * random.nextGaussian())
        .inclination(Math.toDegrees(inclination + ANGLE_NOISE * random.nextGaussian()))
        .node(Math.toDegrees(node + ANGLE_NOISE * random.nextGaussian()))
        .build();
  }
}

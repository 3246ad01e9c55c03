package space.maneuver.features;

import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.features.window.Channel;
import space.maneuver.features.window.ChannelScaling;
import space.maneuver.features.window.FeatureSchema;
import space.maneuver.features.window.Normaliser;
import space.maneuver.features.window.Sampling;
import space.maneuver.math.Angles;
import space.maneuver.math.Days;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.SecularRates;

/**
 * The eight channels of the daily model: changes of the mean elements since the previous observed
 * day.
 */
public final class DailyFeatures {

  private static final int HOURS = 6;
  private static final int RATES = 4;

  public static final FeatureSchema SCHEMA =
      new FeatureSchema(
          "daily-mean-elements",
          Sampling.DAILY,
          List.of(
              new Channel(
                  "meanMotionRate",
                  "rev/d2",
                  "change of the mean motion since the previous observed day, divided by the time"
                      + " between the two element sets",
                  true),
              new Channel(
                  "eccentricityRate", "1/d", "as meanMotionRate, of the eccentricity", true),
              new Channel(
                  "inclinationRate", "deg/d", "as meanMotionRate, of the inclination", true),
              new Channel(
                  "rightAscensionRate",
                  "deg/d",
                  "as meanMotionRate, of the right ascension of the ascending node, less its secular"
                      + " J2 rate -3/2 n J2 (Re/p)^2 cos i (Vallado, Fundamentals of Astrodynamics,"
                      + " 9.6)",
                  true),
              new Channel("bStar", "1/Re", "drag term B* of the element set", true),
              new Channel("solarFlux", "sfu", "observed F10.7 of the day", true),
              new Channel(
                  "hoursSincePrevious",
                  "h",
                  "time since the element set of the previous observed day",
                  true),
              new Channel(
                  "objectClass", "1", "0 payload or unknown, 1 rocket body, 2 debris", false)));

  private DailyFeatures() {}

  /**
   * The scaling of the channels: rates and B* by the noise within the window, with a floor at the
   * resolution of the published digits.
   *
   * @param solarFlux whether F10.7 is an input
   */
  public static Normaliser normaliser(boolean solarFlux) {
    return new Normaliser(
        List.of(
            ChannelScaling.window(1e-7),
            ChannelScaling.window(5e-7),
            ChannelScaling.window(5e-5),
            ChannelScaling.window(5e-5),
            ChannelScaling.window(1e-6),
            solarFlux ? ChannelScaling.fixed(120, 50) : ChannelScaling.unused(),
            ChannelScaling.fixed(24, 24),
            ChannelScaling.fixed(0, 1)));
  }

  static void fill(
      float[] rows, int offset, @Nullable ElementSet previous, ElementSet now, float solarFlux) {
    if (previous != null) {
      double days = now.epochDays() - previous.epochDays();
      rows[offset] = (float) ((now.revolutionsPerDay() - previous.revolutionsPerDay()) / days);
      rows[offset + 1] = (float) ((now.eccentricity() - previous.eccentricity()) / days);
      rows[offset + 2] =
          (float) (Math.toDegrees(now.inclination() - previous.inclination()) / days);
      double drift = SecularRates.node(now) * days * Days.SECONDS;
      double change = now.rightAscension() - previous.rightAscension() - drift;
      rows[offset + 3] = (float) (Math.toDegrees(Angles.halfTurn(change)) / days);
      rows[offset + HOURS] = (float) (days * 24);
    }
    rows[offset + 4] = (float) now.bStar();
    rows[offset + 5] = solarFlux;
    rows[offset + 7] =
        switch (now.objectClass()) {
          case PAYLOAD, UNKNOWN -> 0;
          case ROCKET_BODY -> 1;
          case DEBRIS -> 2;
        };
  }

  /** Clears the channels of a row that need the previous observed day. */
  static void forgetPrevious(float[] rows, int offset) {
    for (int rate = 0; rate < RATES; rate++) {
      rows[offset + rate] = Float.NaN;
    }
    rows[offset + HOURS] = Float.NaN;
  }
}

package space.maneuver.orbit;

import org.orekit.data.LazyLoadedDataContext;
import org.orekit.frames.Frame;
import org.orekit.propagation.analytical.tle.TLE;
import org.orekit.propagation.analytical.tle.TLEPropagator;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.DateComponents;
import org.orekit.time.TimeComponents;
import org.orekit.time.UTCScale;

/**
 * Element sets in Orekit, whose SGP4 and SDP4 follow Vallado et al., "Revisiting Spacetrack Report
 * #3", 2006. Needs no data files but the leap seconds that come with this program.
 */
public final class Sgp4 {

  private static final double SECONDS_PER_TICK = 86_400.0 / ElementSet.TICKS_PER_DAY;
  private static final int MODIFIED_JULIAN_DAY_OF_1970 = 40_587;

  private Sgp4() {}

  /** What propagation needs of an element set in Orekit's form; without the designator. */
  public static TLE tle(ElementSet elements) {
    return new TLE(
        elements.noradId(),
        'U',
        0,
        0,
        "",
        TLE.DEFAULT,
        elements.elementNumber(),
        date(elements.epochTicks()),
        elements.meanMotion(),
        elements.meanMotionDot(),
        elements.meanMotionDotDot(),
        elements.eccentricity(),
        elements.inclination(),
        elements.argumentOfPerigee(),
        elements.rightAscension(),
        elements.meanAnomaly(),
        elements.revolutionNumber(),
        elements.bStar(),
        Holder.UTC);
  }

  /** SGP4, or SDP4 for periods of 225 minutes and more, in TEME; states in m and m/s. */
  public static TLEPropagator propagator(ElementSet elements) {
    return TLEPropagator.selectExtrapolator(tle(elements), Holder.TEME);
  }

  /** The date of a number of ticks, as in {@link ElementSet#epochTicks()}. */
  public static AbsoluteDate date(long ticks) {
    long day = Math.floorDiv(ticks, ElementSet.TICKS_PER_DAY);
    long tick = Math.floorMod(ticks, ElementSet.TICKS_PER_DAY);
    return new AbsoluteDate(
        new DateComponents(
            DateComponents.MODIFIED_JULIAN_EPOCH,
            Math.toIntExact(MODIFIED_JULIAN_DAY_OF_1970 + day)),
        new TimeComponents(tick * SECONDS_PER_TICK),
        Holder.UTC);
  }

  private static final class Holder {
    static final UTCScale UTC;
    static final Frame TEME;

    static {
      LazyLoadedDataContext context = new LazyLoadedDataContext();
      context.getTimeScales().addUTCTAIOffsetsLoader(new LeapSeconds());
      UTC = context.getTimeScales().getUTC();
      TEME = context.getFrames().getTEME();
    }
  }
}

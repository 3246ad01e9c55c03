package space.maneuver.orbit;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.util.MathUtils;
import org.jspecify.annotations.Nullable;
import org.orekit.data.DataContext;
import org.orekit.data.LazyLoadedDataContext;
import org.orekit.errors.OrekitException;
import org.orekit.errors.OrekitIllegalArgumentException;
import org.orekit.errors.OrekitIllegalStateException;
import org.orekit.frames.Frame;
import org.orekit.orbits.CartesianOrbit;
import org.orekit.orbits.Orbit;
import org.orekit.propagation.SpacecraftState;
import org.orekit.propagation.analytical.tle.TLE;
import org.orekit.propagation.analytical.tle.TLEPropagator;
import org.orekit.propagation.conversion.osc2mean.FixedPointConverter;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.DateComponents;
import org.orekit.time.OffsetModel;
import org.orekit.time.TimeComponents;
import org.orekit.time.UTCScale;
import org.orekit.time.UTCTAIOffsetsLoader;
import org.orekit.utils.PVCoordinates;
import space.maneuver.math.Days;

/**
 * Propagates element sets with Orekit's SGP4 and SDP4, which follow Vallado et al., "Revisiting
 * Spacetrack Report #3", 2006. Needs no Orekit data but the bundled leap seconds.
 */
public final class Sgp4 {

  private static final double SECONDS_PER_TICK = Days.SECONDS / Ticks.PER_DAY;
  private static final int MODIFIED_JULIAN_DAY_OF_1970 = 40_587;

  private static final double CONVERGENCE = 1e-12;
  private static final int MOST_ITERATIONS = 100;

  private Sgp4() {}

  /** An element set as Orekit's TLE, for propagation; the designator is omitted. */
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

  /**
   * Computes the mean elements from which {@link #propagator} yields a given state: the inverse of
   * SGP4, by fixed-point iteration.
   *
   * @param ticks epoch, as in {@link ElementSet#epochTicks()}
   * @param state position and velocity in TEME, m and m/s
   * @param like supplies the fields that a state does not determine, such as B*
   * @throws RuntimeException if there are no such elements, as for a state below the ground; see
   *     {@link #attempt}
   */
  public static ElementSet elements(long ticks, PVCoordinates state, ElementSet like) {
    Orbit orbit = new CartesianOrbit(state, Holder.TEME, date(ticks), TLEPropagator.getMU());
    FixedPointConverter converter = new FixedPointConverter(CONVERGENCE, MOST_ITERATIONS, 1.0);
    TLE tle = TLE.stateToTLE(new SpacecraftState(orbit), tle(like), converter, Holder.CONTEXT);
    return new ElementSet(
        like.noradId(),
        like.name(),
        like.internationalDesignator(),
        like.objectClass(),
        ticks,
        tle.getMeanMotion(),
        tle.getE(),
        tle.getI(),
        turn(tle.getRaan()),
        turn(tle.getPerigeeArgument()),
        turn(tle.getMeanAnomaly()),
        like.bStar(),
        like.meanMotionDot(),
        like.meanMotionDotDot(),
        like.elementNumber(),
        like.revolutionNumber());
  }

  /**
   * Runs a computation that needs the orbit of an element set and returns null if there is no such
   * orbit: the element set cannot be propagated to a date, or a state is not elliptical or has no
   * mean elements. Orekit and Hipparchus report this by exceptions of several unrelated types; this
   * method is the only place that decides which of them count.
   */
  public static <T> @Nullable T attempt(Supplier<? extends @Nullable T> work) {
    try {
      return work.get();
    } catch (OrekitException
        | OrekitIllegalArgumentException
        | OrekitIllegalStateException
        | MathRuntimeException e) {
      return null;
    }
  }

  /** Converts ticks, as in {@link ElementSet#epochTicks()}, to Orekit's date. */
  public static AbsoluteDate date(long ticks) {
    long day = Math.floorDiv(ticks, Ticks.PER_DAY);
    long tick = Math.floorMod(ticks, Ticks.PER_DAY);
    return new AbsoluteDate(
        new DateComponents(
            DateComponents.MODIFIED_JULIAN_EPOCH,
            Math.toIntExact(MODIFIED_JULIAN_DAY_OF_1970 + day)),
        new TimeComponents(tick * SECONDS_PER_TICK),
        Holder.UTC);
  }

  private static double turn(double angle) {
    return MathUtils.normalizeAngle(angle, Math.PI);
  }

  /** Orekit's data, of which only the bundled leap seconds are there. */
  public static DataContext dataContext() {
    return Holder.CONTEXT;
  }

  private static final class Holder {
    static final LazyLoadedDataContext CONTEXT = new LazyLoadedDataContext();
    static final UTCScale UTC;
    static final Frame TEME;

    static {
      CONTEXT.getTimeScales().addUTCTAIOffsetsLoader(new LeapSeconds());
      UTC = CONTEXT.getTimeScales().getUTC();
      TEME = CONTEXT.getFrames().getTEME();
    }
  }

  /** The bundled leap seconds; Orekit adds the drift of UTC before 1972. */
  private static final class LeapSeconds implements UTCTAIOffsetsLoader {

    private static final String RESOURCE = "/orekit/leap-seconds.csv";

    @Override
    public List<OffsetModel> loadOffsets() {
      try (InputStream in = LeapSeconds.class.getResourceAsStream(RESOURCE)) {
        if (in == null) {
          throw new FileNotFoundException(RESOURCE);
        }
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
        return lines
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(LeapSeconds::offset)
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static OffsetModel offset(String line) {
      String[] dateAndSeconds = line.split(",", 2);
      return new OffsetModel(
          DateComponents.parseDate(dateAndSeconds[0]), Integer.parseInt(dateAndSeconds[1]));
    }
  }
}

package space.maneuver.detection.reconstruction;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.OrbitRegime;

/**
 * One detected maneuver.
 *
 * @param epoch best estimate of its time; of several burns, that of the surest
 * @param earliest start of the 90 % credible interval
 * @param latest end of that interval, never after the object's newest element set
 * @param confidence 0 to 1, strictly monotone in the model's raw score
 * @param status confirmed if it reaches the model's threshold and enough element sets follow
 * @param elementSetsSince number of element sets after {@code epoch}
 * @param kind what happened
 * @param burns number of burns of the campaign that were detected separately, at least 1
 * @param type direction of the delta-v
 * @param deltaV of all burns together; null below the noise floor, where fewer than three element
 *     sets lie between this maneuver and a neighboring one, with fewer than six element sets, in
 *     orbits with an eccentricity above 0.1, and where the noise cannot be measured
 * @param componentSigma of the components of {@code deltaV}; null without one
 * @param acceleration mean acceleration of a {@link Kind#CONTINUOUS_THRUST}, m/s2; null for other
 *     kinds
 */
public record Maneuver(
    Instant epoch,
    Instant earliest,
    Instant latest,
    double confidence,
    Status status,
    int elementSetsSince,
    Kind kind,
    int burns,
    Type type,
    @Nullable DeltaV deltaV,
    @Nullable ComponentSigma componentSigma,
    @Nullable Double acceleration) {

  /** What happened to an orbit. Part of the HTTP API; more values may be added. */
  public enum Kind {
    /** One or several short thrusts. */
    BURN,
    /** The rate of decay changed, as when the attitude changes. */
    DRAG_CHANGE,
    /** Thrust over a span of days, from {@code earliest} to {@code latest}. */
    CONTINUOUS_THRUST,
    /** A change of the orbit of an object that cannot maneuver. */
    ANOMALY;

    /** Kinds that are listed unless others are requested: all but changes of drag. */
    public static final Set<Kind> LISTED =
        Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(DRAG_CHANGE)));

    /** Name in responses, such as "continuous-thrust". */
    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Parses a list of names, separated by commas; {@code all} names every kind.
     *
     * @throws IllegalArgumentException for an unknown or repeated name; the message is the reason
     */
    public static Set<Kind> parse(String names) {
      if (names.equals("all")) {
        return EnumSet.allOf(Kind.class);
      }
      Set<Kind> kinds = EnumSet.noneOf(Kind.class);
      for (String name : names.split(",", -1)) {
        Kind kind =
            Arrays.stream(values())
                .filter(each -> each.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(RULE));
        if (!kinds.add(kind)) {
          throw new IllegalArgumentException("must name each kind once");
        }
      }
      return kinds;
    }

    private static final String RULE =
        Arrays.stream(values())
            .map(Kind::label)
            .collect(Collectors.joining(", ", "must be all, or some of ", ", separated by commas"));
  }

  /** Whether later element sets may still change the result. */
  public enum Status {
    /** Too few element sets follow so far, or the confidence is below the model's threshold. */
    PROVISIONAL,
    CONFIRMED;

    /**
     * Days with element sets after a burn that confirm it. Element sets are fits over some days;
     * with so many of them F1 is 95 % of its value with all, as measured by evaluate. Regimes
     * without published burns use the number of LEO.
     */
    private static final int TO_CONFIRM = 5;

    private static final int TO_CONFIRM_GEOSTATIONARY = 3;

    /** Name in responses, such as "provisional". */
    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The status of a burn.
     *
     * @param days number of days after the burn that have an element set
     */
    static Status after(long days, OrbitRegime regime) {
      int needed = regime == OrbitRegime.GEO ? TO_CONFIRM_GEOSTATIONARY : TO_CONFIRM;
      return days < needed ? PROVISIONAL : CONFIRMED;
    }
  }

  /** Direction of the largest component of a maneuver's delta-v. */
  public enum Type {
    IN_TRACK,
    CROSS_TRACK,
    RADIAL,
    UNKNOWN;

    /** Name in responses, such as "in-track". */
    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The type of a delta-v; {@link #UNKNOWN} without one. */
    public static Type of(@Nullable DeltaV deltaV) {
      if (deltaV == null) {
        return UNKNOWN;
      }
      double radial = deltaV.radial() == null ? 0 : deltaV.radial();
      double along = Math.abs(deltaV.alongTrack());
      if (along >= deltaV.crossTrack() && along >= radial) {
        return IN_TRACK;
      }
      return deltaV.crossTrack() >= radial ? CROSS_TRACK : RADIAL;
    }
  }

  /**
   * Standard deviations of the components of a {@link DeltaV}, m/s, whether they are significant or
   * not.
   */
  public record ComponentSigma(double radial, double alongTrack, double crossTrack) {}

  /** An estimated velocity change with the standard deviations of its components. */
  public record Estimate(DeltaV deltaV, ComponentSigma componentSigma) {}

  /**
   * Velocity change of a maneuver, m/s, estimated from the changes between element sets by Gauss'
   * variational equations.
   *
   * @param radial magnitude along the radius; null if the elements do not determine it
   * @param alongTrack positive raises the orbit; 0 if below its noise
   * @param crossTrack magnitude along the orbit normal; 0 if below its noise
   * @param total root of the sum of squares
   * @param sigma standard deviation of {@code total}
   */
  public record DeltaV(
      @Nullable Double radial, double alongTrack, double crossTrack, double total, double sigma) {

    /**
     * About the delta-v of a satellite with a bipropellant engine that uses all of its propellant,
     * 60 % of its mass: 9.81 m/s2 x 320 s x ln(1 / 0.4) = 2,880 m/s by the rocket equation.
     */
    public static final double MOST = 3000;

    /**
     * The total with the sign of the along-track component where that is the largest: negative
     * lowers the orbit.
     */
    public double signedTotal() {
      return Type.of(this) == Type.IN_TRACK ? Math.copySign(total, alongTrack) : total;
    }

    /** Whether a spacecraft can deliver it; if not, the element sets are of different objects. */
    public boolean plausible() {
      return total <= MOST;
    }
  }
}

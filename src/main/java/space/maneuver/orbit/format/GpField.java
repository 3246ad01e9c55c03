package space.maneuver.orbit.format;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.format.Rejection.FieldFault;

/**
 * The fields of a general perturbations record that are read, by the keywords of CCSDS 502.0-B-3
 * "Orbit Data Messages" as CelesTrak and Space-Track use them.
 */
enum GpField {
  OBJECT_NAME,
  OBJECT_ID,
  OBJECT_TYPE,
  NORAD_CAT_ID,
  EPOCH,
  MEAN_MOTION("rev/d"),
  ECCENTRICITY(""),
  INCLINATION("deg"),
  RA_OF_ASC_NODE("deg"),
  ARG_OF_PERICENTER("deg"),
  MEAN_ANOMALY("deg"),
  BSTAR(""),
  MEAN_MOTION_DOT("rev/d"),
  MEAN_MOTION_DDOT("rev/d"),
  EPHEMERIS_TYPE,
  ELEMENT_SET_NO,
  REV_AT_EPOCH,
  CENTER_NAME,
  REF_FRAME,
  TIME_SYSTEM,
  MEAN_ELEMENT_THEORY;

  /** Without one of these a record is not usable. */
  static final Set<GpField> REQUIRED =
      Collections.unmodifiableSet(EnumSet.range(NORAD_CAT_ID, BSTAR));

  /** Prefix of keywords that a publisher adds to an OMM; Space-Track puts the class there. */
  private static final String USER_DEFINED = "USER_DEFINED_";

  private static final Map<String, GpField> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(Enum::name, Function.identity()));

  private final @Nullable String unit;

  GpField() {
    this(null);
  }

  /**
   * A quantity.
   *
   * @param unit how the catalogues' unit begins
   */
  GpField(@Nullable String unit) {
    this.unit = unit;
  }

  /** The field of a keyword; null when it is not read. */
  static @Nullable GpField of(String keyword) {
    return BY_NAME.get(keyword);
  }

  /** The field of a keyword of an OMM, where the class of the object is a user's own keyword. */
  static @Nullable GpField ofMessage(String keyword) {
    return keyword.startsWith(USER_DEFINED)
        ? ofUser(keyword.substring(USER_DEFINED.length()))
        : BY_NAME.get(keyword);
  }

  /** The field of a parameter that a user defined. */
  static @Nullable GpField ofUser(@Nullable String parameter) {
    return OBJECT_TYPE.name().equals(parameter) ? OBJECT_TYPE : null;
  }

  /** Whether it is a quantity, so that a message may give its unit. */
  boolean isQuantity() {
    return unit != null;
  }

  /**
   * Checks the unit that a message gives.
   *
   * @param given "rev/day", "deg" and the like
   * @throws FieldFault when the value would mean something else than in the catalogues
   */
  void checkUnit(String given) throws FieldFault {
    if (unit != null && !given.strip().toLowerCase(Locale.ROOT).startsWith(unit)) {
      throw new FieldFault(name(), given, "is not in the unit of the catalogues");
    }
  }
}

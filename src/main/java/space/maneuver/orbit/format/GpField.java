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
 * The fields of a general perturbations record that are read, named by the keywords of CCSDS
 * 502.0-B-3 "Orbit Data Messages" as CelesTrak and Space-Track use them.
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
  CLASSIFICATION_TYPE,
  CREATION_DATE,
  ORIGINATOR,
  CENTER_NAME,
  REF_FRAME,
  TIME_SYSTEM,
  MEAN_ELEMENT_THEORY;

  /** Required fields. */
  static final Set<GpField> REQUIRED =
      Collections.unmodifiableSet(EnumSet.range(NORAD_CAT_ID, BSTAR));

  /** Prefix of user-defined keywords of an OMM; Space-Track puts the object class there. */
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
   * @param unit prefix of the catalogues' unit
   */
  GpField(@Nullable String unit) {
    this.unit = unit;
  }

  /** The field of a keyword; null if it is not read. */
  static @Nullable GpField of(String keyword) {
    return BY_NAME.get(keyword);
  }

  /** The field of a keyword of an OMM, in which the object class is a user-defined keyword. */
  static @Nullable GpField ofMessage(String keyword) {
    return keyword.startsWith(USER_DEFINED)
        ? ofUser(keyword.substring(USER_DEFINED.length()))
        : BY_NAME.get(keyword);
  }

  /** The field of a user-defined parameter. */
  static @Nullable GpField ofUser(@Nullable String parameter) {
    return OBJECT_TYPE.name().equals(parameter) ? OBJECT_TYPE : null;
  }

  /** Whether it is a quantity, whose unit a message may state. */
  boolean isQuantity() {
    return unit != null;
  }

  /**
   * Checks the unit stated in a message.
   *
   * @param given such as "rev/day" or "deg"
   * @throws FieldFault if it is not the catalogues' unit
   */
  void checkUnit(String given) throws FieldFault {
    if (unit != null && !given.strip().toLowerCase(Locale.ROOT).startsWith(unit)) {
      throw new FieldFault(name(), given, "has another unit than in the catalogues");
    }
  }
}

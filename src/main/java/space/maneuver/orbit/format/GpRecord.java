package space.maneuver.orbit.format;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.ObjectClass;
import space.maneuver.orbit.Ticks;
import space.maneuver.orbit.format.PublishedElementSet.Elements;
import space.maneuver.orbit.format.Quantity.CatalogueUnits;
import space.maneuver.orbit.format.Rejection.FieldFault;

/**
 * The fields of one general perturbations record as text, independent of the syntax they came in;
 * reused for the next record. The catalogue number, epoch, six elements and B* are required; other
 * missing fields are 0 or unknown.
 */
final class GpRecord {

  private static final int GREATEST_NUMBER = 999_999_999;

  private final @Nullable String[] texts = new @Nullable String[GpField.values().length];

  /** Clears all fields. */
  void clear() {
    Arrays.fill(texts, null);
  }

  /** Whether a field is set. */
  boolean has(GpField field) {
    return get(field) != null;
  }

  /** Sets a field; null and blank text leave it missing. */
  void set(GpField field, @Nullable String text) {
    texts[field.ordinal()] = text == null || text.isBlank() ? null : text.strip();
  }

  /**
   * Checks the fields and converts them.
   *
   * @throws FieldFault for the first field at fault
   */
  ElementSet toElementSet() throws FieldFault {
    checkTheory();
    String name = get(GpField.OBJECT_NAME);
    int noradId = whole(GpField.NORAD_CAT_ID, required(GpField.NORAD_CAT_ID));
    if (noradId == 0) {
      throw fault(GpField.NORAD_CAT_ID, "must be at least 1");
    }
    return new ElementSet(
        noradId,
        name,
        get(GpField.OBJECT_ID),
        ObjectClass.of(get(GpField.OBJECT_TYPE), name),
        Ticks.of(GpTime.parse(GpField.EPOCH, required(GpField.EPOCH))),
        CatalogueUnits.meanMotion(within(GpField.MEAN_MOTION, Quantity.MEAN_MOTION)),
        within(GpField.ECCENTRICITY, Quantity.ECCENTRICITY) + 0.0,
        CatalogueUnits.angle(within(GpField.INCLINATION, Quantity.INCLINATION)),
        CatalogueUnits.angle(within(GpField.RA_OF_ASC_NODE, Quantity.RIGHT_ASCENSION)),
        CatalogueUnits.angle(within(GpField.ARG_OF_PERICENTER, Quantity.ARGUMENT_OF_PERIGEE)),
        CatalogueUnits.angle(within(GpField.MEAN_ANOMALY, Quantity.MEAN_ANOMALY)),
        within(GpField.BSTAR, Quantity.B_STAR) + 0.0,
        CatalogueUnits.meanMotionDot(optional(GpField.MEAN_MOTION_DOT)),
        CatalogueUnits.meanMotionDotDot(optional(GpField.MEAN_MOTION_DDOT)),
        optionalWhole(GpField.ELEMENT_SET_NO),
        optionalWhole(GpField.REV_AT_EPOCH));
  }

  /**
   * Checks the fields and keeps their digits.
   *
   * @throws FieldFault as {@link #toElementSet}, or for more digits than can be kept
   */
  PublishedElementSet toPublished() throws FieldFault {
    ElementSet checked = toElementSet();
    Elements elements =
        new Elements(
            digits(GpField.MEAN_MOTION),
            digits(GpField.ECCENTRICITY),
            digits(GpField.INCLINATION),
            digits(GpField.RA_OF_ASC_NODE),
            digits(GpField.ARG_OF_PERICENTER),
            digits(GpField.MEAN_ANOMALY),
            digits(GpField.BSTAR),
            digits(GpField.MEAN_MOTION_DOT),
            digits(GpField.MEAN_MOTION_DDOT));
    return new PublishedElementSet(
        checked.noradId(),
        checked.name(),
        checked.internationalDesignator(),
        get(GpField.OBJECT_TYPE),
        classification(),
        GpTime.parse(GpField.EPOCH, required(GpField.EPOCH)),
        elements,
        optionalWhole(GpField.EPHEMERIS_TYPE),
        checked.elementNumber(),
        checked.revolutionNumber(),
        has(GpField.CREATION_DATE)
            ? GpTime.parse(GpField.CREATION_DATE, required(GpField.CREATION_DATE))
            : null,
        get(GpField.ORIGINATOR));
  }

  /** A number that {@link #decimal} accepts; 0 if missing. */
  private BigDecimal digits(GpField field) throws FieldFault {
    String text = get(field);
    if (text == null) {
      return BigDecimal.ZERO;
    }
    try {
      BigDecimal value = new BigDecimal(text);
      if (value.precision() <= Elements.MOST_DIGITS
          && Math.abs(value.scale()) <= Elements.GREATEST_SCALE) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Its exponent has too many digits.
    }
    throw fault(
        field,
        "has more than "
            + Elements.MOST_DIGITS
            + " digits or "
            + Elements.GREATEST_SCALE
            + " decimals, which cannot be kept");
  }

  private char classification() throws FieldFault {
    String text = get(GpField.CLASSIFICATION_TYPE);
    if (text == null) {
      return 'U';
    }
    if (text.length() != 1 || text.charAt(0) < 'A' || text.charAt(0) > 'Z') {
      throw fault(GpField.CLASSIFICATION_TYPE, "must be a capital letter");
    }
    return text.charAt(0);
  }

  private void checkTheory() throws FieldFault {
    if (EphemerisType.isOtherTheory(optionalWhole(GpField.EPHEMERIS_TYPE))) {
      throw fault(GpField.EPHEMERIS_TYPE, EphemerisType.REFUSAL);
    }
    checkConstant(GpField.MEAN_ELEMENT_THEORY, "SGP4", "SGP/SGP4");
    checkConstant(GpField.CENTER_NAME, "EARTH", "EARTH");
    checkConstant(GpField.REF_FRAME, "TEME", "TEMEOFDATE");
    checkConstant(GpField.TIME_SYSTEM, "UTC", "UTC");
  }

  private void checkConstant(GpField field, String only, String synonym) throws FieldFault {
    String text = get(field);
    if (text != null && !text.equalsIgnoreCase(only) && !text.equalsIgnoreCase(synonym)) {
      throw fault(field, "must be " + only);
    }
  }

  private double within(GpField field, Quantity quantity) throws FieldFault {
    double value = decimal(field, required(field));
    if (!quantity.admits(value)) {
      throw fault(field, quantity.refusal());
    }
    return value;
  }

  private double optional(GpField field) throws FieldFault {
    String text = get(field);
    return text == null ? 0 : decimal(field, text);
  }

  private int optionalWhole(GpField field) throws FieldFault {
    String text = get(field);
    return text == null ? 0 : whole(field, text);
  }

  private double decimal(GpField field, String text) throws FieldFault {
    double value = isDecimal(text) ? parse(text) : Double.NaN;
    if (!Double.isFinite(value)) {
      throw fault(field, "is not a finite number");
    }
    return value;
  }

  /** Excludes what Java accepts as a number but no catalogue writes: "0x1p3", "1d", "NaN". */
  private static boolean isDecimal(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static double parse(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private int whole(GpField field, String text) throws FieldFault {
    try {
      int value = Integer.parseInt(text);
      if (value >= 0 && value <= GREATEST_NUMBER) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Refused below, like a number out of bounds.
    }
    throw fault(field, "must be a whole number from 0 to " + GREATEST_NUMBER);
  }

  private String required(GpField field) throws FieldFault {
    String text = get(field);
    if (text == null) {
      throw fault(field, "is missing");
    }
    return text;
  }

  private @Nullable String get(GpField field) {
    return texts[field.ordinal()];
  }

  private FieldFault fault(GpField field, String reason) {
    return new FieldFault(field.name(), get(field), reason);
  }

  /**
   * A time in a GP record: UTC in one of the two forms of CCSDS 301.0-B, "2024-05-06T12:34:56.789"
   * and "2024-127T12:34:56.789", with a T or a blank, with or without a trailing Z.
   */
  private static final class GpTime {

    private static final int FIRST_YEAR = 1957;
    private static final int LAST_YEAR = 2100;
    private static final int DATE_LENGTH = 10;
    private static final int ORDINAL_DATE_LENGTH = 8;

    private GpTime() {}

    static Instant parse(GpField field, String text) throws FieldFault {
      String local = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
      try {
        LocalDateTime epoch =
            isSeparator(local, ORDINAL_DATE_LENGTH) ? ofDayOfYear(local) : ofDate(local);
        if (epoch.getYear() >= FIRST_YEAR && epoch.getYear() < LAST_YEAR) {
          return epoch.toInstant(ZoneOffset.UTC);
        }
      } catch (DateTimeException e) {
        // Refused below, like a date out of bounds.
      }
      throw new FieldFault(
          field.name(),
          text,
          "must be a UTC date and time such as 2024-05-06T12:34:56.789012, in 1957 or later");
    }

    private static LocalDateTime ofDate(String text) {
      return LocalDateTime.parse(
          isSeparator(text, DATE_LENGTH)
              ? text.substring(0, DATE_LENGTH) + "T" + text.substring(DATE_LENGTH + 1)
              : text);
    }

    private static LocalDateTime ofDayOfYear(String text) {
      return LocalDateTime.of(
          LocalDate.parse(
              text.substring(0, ORDINAL_DATE_LENGTH), DateTimeFormatter.ISO_ORDINAL_DATE),
          LocalTime.parse(text.substring(ORDINAL_DATE_LENGTH + 1)));
    }

    private static boolean isSeparator(String text, int index) {
      return text.length() > index && (text.charAt(index) == ' ' || text.charAt(index) == 'T');
    }
  }

  /**
   * The propagation theory of an element set: 0 to 3 are SGP4 and its relatives, 4 is SGP4-XP, and
   * others follow (CCSDS 502.0-B-3, EPHEMERIS_TYPE; Hoots and Roehrich, "Spacetrack Report No. 3").
   * The public catalogues write 0.
   */
  static final class EphemerisType {

    /** Name of the field in a two-line element set. */
    static final String LABEL = "ephemeris type";

    /** Why another theory is refused. */
    static final String REFUSAL =
        "must be 0 to 3: 4 (SGP4-XP) and above are other theories than SGP4";

    private static final int FIRST_OTHER = 4;

    private EphemerisType() {}

    static boolean isOtherTheory(long type) {
      return type >= FIRST_OTHER;
    }
  }
}

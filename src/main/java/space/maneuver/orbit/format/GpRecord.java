package space.maneuver.orbit.format;

import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.ObjectClass;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One general perturbations record as texts, whatever syntax they came in; used again for the next
 * record. Required are the number, the epoch, the six elements and B*; what else is missing counts
 * as 0 or unknown.
 */
final class GpRecord {

  private static final int GREATEST_NUMBER = 999_999_999;

  private final @Nullable String[] texts = new @Nullable String[GpField.values().length];

  /** Forgets all fields. */
  void clear() {
    Arrays.fill(texts, null);
  }

  /** Whether a field has been taken. */
  boolean has(GpField field) {
    return get(field) != null;
  }

  /** Takes a field; null and a blank text are a missing one. */
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
        GpEpoch.parse(required(GpField.EPOCH)),
        CatalogueUnits.meanMotion(within(GpField.MEAN_MOTION, Quantity.MEAN_MOTION)),
        within(GpField.ECCENTRICITY, Quantity.ECCENTRICITY) + 0.0,
        CatalogueUnits.angle(within(GpField.INCLINATION, Quantity.INCLINATION)),
        CatalogueUnits.angle(within(GpField.RA_OF_ASC_NODE, Quantity.RIGHT_ASCENSION)),
        CatalogueUnits.angle(within(GpField.ARG_OF_PERICENTER, Quantity.ARGUMENT_OF_PERIGEE)),
        CatalogueUnits.angle(within(GpField.MEAN_ANOMALY, Quantity.MEAN_ANOMALY)),
        decimal(GpField.BSTAR, required(GpField.BSTAR)) + 0.0,
        CatalogueUnits.meanMotionDot(optional(GpField.MEAN_MOTION_DOT)),
        CatalogueUnits.meanMotionDotDot(optional(GpField.MEAN_MOTION_DDOT)),
        optionalWhole(GpField.ELEMENT_SET_NO),
        optionalWhole(GpField.REV_AT_EPOCH));
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

  /** Keeps out what Java calls a number and a catalogue does not: "0x1p3", "1d", "NaN". */
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
}

package space.maneuver.orbit.format;

/**
 * The theory that an element set belongs to, by its number: up to 3 the family of SGP4, 4 SGP4-XP,
 * beyond it others (CCSDS 502.0-B-3, EPHEMERIS_TYPE; Hoots and Roehrich, "Spacetrack Report No.
 * 3"). The published catalogues write 0.
 */
final class EphemerisType {

  /** What rejections of a two-line element set call it. */
  static final String LABEL = "ephemeris type";

  /** Why another theory is refused. */
  static final String REFUSAL = "from 4 (SGP4-XP) on belongs to another theory than SGP4";

  private static final int FIRST_OTHER = 4;

  private EphemerisType() {}

  static boolean isOtherTheory(long type) {
    return type >= FIRST_OTHER;
  }
}

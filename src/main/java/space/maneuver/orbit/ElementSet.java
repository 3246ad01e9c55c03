package space.maneuver.orbit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import space.maneuver.math.Days;
import space.maneuver.math.Wgs72;

/**
 * One mean element set of SGP4/SDP4 theory (Hoots and Roehrich 1980, Vallado et al. 2006): a TLE or
 * a GP record, whatever the format it came in. Immutable; angles in radians, converted from degrees
 * once, by the reader.
 *
 * @param noradId catalogue number, 1 to 999,999,999
 * @param name the object's name, if the source gives one; without control characters, at most 80
 *     characters
 * @param internationalDesignator international (COSPAR) designator such as "2010-013A", or as in
 *     the source if it has another form; without control characters, at most 24 characters; null
 *     when not given
 * @param objectClass payload, rocket body or debris, according to the catalogue
 * @param epochTicks epoch in hundred-millionths of a day (0.864 ms, the resolution of a TLE) since
 *     1970-01-01T00:00 UTC, without leap seconds
 * @param meanMotion Kozai mean motion as published, rad/s
 * @param eccentricity 0 to below 1
 * @param inclination rad, 0 to pi
 * @param rightAscension right ascension of the ascending node (TEME), rad, 0 to 2 pi
 * @param argumentOfPerigee rad, 0 to 2 pi
 * @param meanAnomaly rad, 0 to 2 pi
 * @param bStar drag term B*, 1/earth radii
 * @param meanMotionDot first time derivative of the mean motion, rad/s2 (twice the published field)
 * @param meanMotionDotDot second time derivative, rad/s3 (six times the published field)
 * @param elementNumber element set number, 0 when not given
 * @param revolutionNumber revolution at epoch, 0 when not given
 */
public record ElementSet(
    int noradId,
    @Nullable String name,
    @Nullable String internationalDesignator,
    ObjectClass objectClass,
    long epochTicks,
    double meanMotion,
    double eccentricity,
    double inclination,
    double rightAscension,
    double argumentOfPerigee,
    double meanAnomaly,
    double bStar,
    double meanMotionDot,
    double meanMotionDotDot,
    int elementNumber,
    int revolutionNumber) {

  public ElementSet {
    name = ObjectName.clean(name, ObjectName.LONGEST);
    internationalDesignator =
        ObjectName.clean(internationalDesignator, ObjectName.LONGEST_DESIGNATOR);
  }

  /** Epoch in days since 1970-01-01T00:00 UTC. */
  public double epochDays() {
    return Ticks.days(epochTicks);
  }

  /** UTC day of the epoch, in days since 1970-01-01. */
  public long utcDay() {
    return Math.floorDiv(epochTicks, Ticks.PER_DAY);
  }

  /** Epoch as an instant, exact to the tick. */
  public Instant epoch() {
    return Ticks.toInstant(epochTicks);
  }

  /** Mean motion in revolutions per day. */
  public double revolutionsPerDay() {
    return meanMotion * Days.SECONDS / (2 * Math.PI);
  }

  /** The same element set of another object. */
  public ElementSet withObject(int otherNoradId, @Nullable String otherName) {
    return new ElementSet(
        otherNoradId,
        otherName,
        internationalDesignator,
        objectClass,
        epochTicks,
        meanMotion,
        eccentricity,
        inclination,
        rightAscension,
        argumentOfPerigee,
        meanAnomaly,
        bStar,
        meanMotionDot,
        meanMotionDotDot,
        elementNumber,
        revolutionNumber);
  }

  /** The same element set of an object of another class. */
  public ElementSet withObjectClass(ObjectClass other) {
    return new ElementSet(
        noradId,
        name,
        internationalDesignator,
        other,
        epochTicks,
        meanMotion,
        eccentricity,
        inclination,
        rightAscension,
        argumentOfPerigee,
        meanAnomaly,
        bStar,
        meanMotionDot,
        meanMotionDotDot,
        elementNumber,
        revolutionNumber);
  }

  /** The same element set with another B* (1/earth radii) and mean motion derivative (rad/s2). */
  public ElementSet withDrag(double otherBStar, double otherMeanMotionDot) {
    return new ElementSet(
        noradId,
        name,
        internationalDesignator,
        objectClass,
        epochTicks,
        meanMotion,
        eccentricity,
        inclination,
        rightAscension,
        argumentOfPerigee,
        meanAnomaly,
        otherBStar,
        otherMeanMotionDot,
        meanMotionDotDot,
        elementNumber,
        revolutionNumber);
  }

  /** Semi-major axis of the published mean motion by Kepler's third law, km. */
  public double semiMajorAxis() {
    return Math.cbrt(Wgs72.MU / (meanMotion * meanMotion));
  }

  /** Cleans names and designators, which are free text, for display on one line. */
  public static final class ObjectName {

    /** Characters of the longest name that is kept whole; catalogues allow 24 or 25. */
    public static final int LONGEST = 80;

    /** Characters of the longest designator that is kept whole; COSPAR's have at most 11. */
    public static final int LONGEST_DESIGNATOR = 24;

    private ObjectName() {}

    /**
     * Removes control and format characters and surrounding blanks, and truncates.
     *
     * @param longest greatest number of characters kept
     * @return null when nothing is left
     */
    public static @Nullable String clean(@Nullable String text, int longest) {
      if (text == null) {
        return null;
      }
      String seen = isClean(text) ? text : visible(text).strip();
      String cut = seen.length() > longest ? cut(seen, longest) : seen;
      return cut.isEmpty() ? null : cut;
    }

    private static boolean isClean(String text) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c < ' ' || c > '~') {
          return false;
        }
      }
      return text.isEmpty() || (text.charAt(0) != ' ' && text.charAt(text.length() - 1) != ' ');
    }

    private static String visible(String text) {
      StringBuilder seen = new StringBuilder(text.length());
      text.codePoints().filter(c -> !isHidden(c)).forEach(seen::appendCodePoint);
      return seen.toString();
    }

    /** Whether a character is invisible: control and format characters, such as direction marks. */
    private static boolean isHidden(int c) {
      return switch (Character.getType(c)) {
        case Character.CONTROL,
            Character.FORMAT,
            Character.SURROGATE,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR ->
            true;
        default -> false;
      };
    }

    private static String cut(String text, int longest) {
      int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
      return text.substring(0, end).strip();
    }
  }
}

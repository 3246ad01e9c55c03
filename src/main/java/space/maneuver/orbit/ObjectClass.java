package space.maneuver.orbit;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What kind of object the catalogue says it is. */
public enum ObjectClass {
  UNKNOWN,
  PAYLOAD,
  ROCKET_BODY,
  DEBRIS;

  /**
   * Reads the class from the catalogue's own words.
   *
   * @param objectType the GP field {@code OBJECT_TYPE}, if there is one
   * @param name the object's name, if there is one; "R/B" and "DEB" in it are the catalogue's marks
   * @return {@link #UNKNOWN} when neither tells
   */
  public static ObjectClass of(@Nullable String objectType, @Nullable String name) {
    if (objectType != null) {
      switch (objectType.trim().toUpperCase(Locale.ROOT)) {
        case "PAYLOAD", "PAY" -> {
          return PAYLOAD;
        }
        case "ROCKET BODY", "R/B" -> {
          return ROCKET_BODY;
        }
        case "DEBRIS", "DEB" -> {
          return DEBRIS;
        }
        default -> {}
      }
    }
    if (name != null) {
      String words = " " + name.toUpperCase(Locale.ROOT) + " ";
      if (words.contains(" R/B")) {
        return ROCKET_BODY;
      }
      if (words.contains(" DEB ")) {
        return DEBRIS;
      }
    }
    return UNKNOWN;
  }
}

package space.maneuver.orbit;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kind of object according to the catalogue. */
public enum ObjectClass {
  UNKNOWN,
  PAYLOAD,
  ROCKET_BODY,
  DEBRIS;

  /**
   * Derives the class from the catalogue's fields.
   *
   * @param objectType the GP field {@code OBJECT_TYPE}, if present
   * @param name the object's name, if present; the catalogue marks rocket bodies with "R/B" and
   *     debris with "DEB"
   * @return {@link #UNKNOWN} if neither identifies the class
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

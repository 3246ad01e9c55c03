package space.maneuver.web.problem;

import java.util.Locale;

/** Writes constants as callers see them. */
final class Codes {

  private Codes() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

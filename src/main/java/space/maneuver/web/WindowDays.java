package space.maneuver.web;

import java.util.List;
import java.util.StringJoiner;

/**
 * The lengths of windows that a model takes.
 *
 * @param allowed in days
 */
record WindowDays(List<Integer> allowed) {

  boolean allows(int days) {
    return allowed.contains(days);
  }

  /** For a person, as the rest of a sentence. */
  String rule() {
    StringJoiner lengths = new StringJoiner(" or ", "must be ", "");
    allowed.forEach(length -> lengths.add(length.toString()));
    return lengths.toString();
  }
}

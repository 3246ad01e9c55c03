package space.maneuver.web.predictions;

import java.util.List;
import java.util.StringJoiner;

/**
 * The lengths of windows that a model takes.
 *
 * @param allowed in days
 */
public record WindowDays(List<Integer> allowed) {

  public boolean allows(int days) {
    return allowed.contains(days);
  }

  /** For a person, as the rest of a sentence. */
  public String rule() {
    StringJoiner lengths = new StringJoiner(" or ", "must be ", "");
    allowed.forEach(length -> lengths.add(length.toString()));
    return lengths.toString();
  }
}

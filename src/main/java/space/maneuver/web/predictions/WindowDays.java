package space.maneuver.web.predictions;

import java.util.List;
import java.util.StringJoiner;

/**
 * The window lengths that a model supports.
 *
 * @param allowed days
 */
public record WindowDays(List<Integer> allowed) {

  public boolean allows(int days) {
    return allowed.contains(days);
  }

  /** Returns the rule as a predicate, such as "must be 30 or 60". */
  public String rule() {
    StringJoiner lengths = new StringJoiner(" or ", "must be ", "");
    allowed.forEach(length -> lengths.add(length.toString()));
    return lengths.toString();
  }
}

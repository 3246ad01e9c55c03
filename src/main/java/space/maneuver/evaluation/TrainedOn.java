package space.maneuver.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What networks were trained with and on: calibration and thresholds of others are not theirs. The
 * seed is not in it, since networks of two seeds differ no more than those of two folds.
 *
 * @param options how, by name
 * @param network features, sizes and steps, which follow from the options
 * @param satellites fingerprints of element sets and burns, by name
 */
public record TrainedOn(
    Map<String, String> options, String network, SortedMap<String, String> satellites) {

  /** What is not the same, for a person; "there" is this, "here" the other. */
  public List<String> differences(TrainedOn other) {
    List<String> differences = new ArrayList<>();
    options.forEach((name, value) -> compare(name, value, other.options.get(name), differences));
    if (differences.isEmpty()) {
      compare("the network", network, other.network, differences);
    }
    satellites.forEach(
        (name, digest) -> {
          String here = other.satellites.get(name);
          if (here == null) {
            differences.add(name + " is there alone");
          } else if (!here.equals(digest)) {
            differences.add(name + " has other element sets or burns there");
          }
        });
    other.satellites.keySet().stream()
        .filter(name -> !satellites.containsKey(name))
        .forEach(name -> differences.add(name + " is here alone"));
    return differences;
  }

  private static void compare(
      String name, String there, @Nullable String here, List<String> differences) {
    if (!there.equals(here)) {
      differences.add(name + " is " + there + " there, " + here + " here");
    }
  }
}

package space.maneuver.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The options and data of a training. Calibration and thresholds are valid only for networks
 * trained alike. The seed is left out, since networks of two seeds differ no more than those of two
 * folds.
 *
 * @param options options of the training, by name
 * @param network features, sizes and steps that follow from the options
 * @param satellites fingerprints of element sets and burns, by name of the satellite
 */
public record TrainedOn(
    Map<String, String> options, String network, SortedMap<String, String> satellites) {

  /** Describes the differences in prose; "there" refers to this, "here" to the other. */
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
            differences.add(name + " is only there");
          } else if (!here.equals(digest)) {
            differences.add(name + " has different element sets or burns there");
          }
        });
    other.satellites.keySet().stream()
        .filter(name -> !satellites.containsKey(name))
        .forEach(name -> differences.add(name + " is only here"));
    return differences;
  }

  private static void compare(
      String name, String there, @Nullable String here, List<String> differences) {
    if (!there.equals(here)) {
      differences.add(name + " is " + there + " there, " + here + " here");
    }
  }
}

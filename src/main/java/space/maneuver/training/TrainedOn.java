package space.maneuver.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import space.maneuver.features.FeatureSchema;
import space.maneuver.features.FeatureSeries;
import space.maneuver.features.SolarFlux;
import space.maneuver.orbit.LabelledHistory;

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

  /**
   * Those of a training.
   *
   * @param options what else it depends on
   * @param satellites with burns
   */
  public static TrainedOn of(
      TrainingSettings settings,
      Map<String, String> options,
      List<LabelledHistory> satellites,
      SolarFlux solarFlux) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("architecture", settings.kind().toString());
    all.put("head", TrainingJson.text(settings.head()));
    String loop = settings.loop().asOptions().strip();
    all.put("loop", loop.isEmpty() ? "the usual" : loop);
    all.putAll(options);
    SortedMap<String, String> digests = new TreeMap<>();
    satellites.forEach(
        each -> digests.put(each.name(), new DataDigest().add(List.of(each), solarFlux).hex()));
    return new TrainedOn(all, network(settings), digests);
  }

  private static String network(TrainingSettings settings) {
    FeatureSchema schema = FeatureSeries.schema(settings.kind().sampling());
    return ("features %s (%s), hidden %d, layers %d, members %d, dropout %s, %d steps of %d windows,"
            + " learning rate %s, weight decay %s")
        .formatted(
            schema.name(),
            schema.hash(),
            settings.hidden(),
            settings.layers(),
            settings.members(),
            settings.dropout(),
            settings.steps(),
            settings.batch(),
            settings.learningRate(),
            settings.weightDecay());
  }

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

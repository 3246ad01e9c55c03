package space.maneuver.model;

import ai.djl.ndarray.types.Shape;
import java.util.Map;

/** Whether the parameters in {@code model.pt} are those of the architecture in the description. */
final class NetworkCheck {

  private static final String INPUT_WEIGHT = "weight_ih_l";
  private static final String FIRST_LAYER = INPUT_WEIGHT + "0";
  private static final String BACKWARDS = "_reverse";
  private static final int GATES = 4;

  private NetworkCheck() {}

  /**
   * @throws BundleException for the first size that differs
   */
  static void check(LoadedBundle bundle, Map<String, Shape> parameters) {
    String place = bundle.place() + '/';
    Shape first = parameters.get(FIRST_LAYER);
    if (first == null || first.dimension() != 2) {
      throw new BundleException(
          place + BundleFile.NETWORK.fileName(), FIRST_LAYER, "is not there as a matrix", null);
    }
    String file = place + BundleFile.DESCRIPTION.fileName();
    Architecture architecture = bundle.description().architecture();
    require(file, "inputs", architecture.inputs(), first.get(1));
    require(file, "hidden", architecture.hidden(), first.get(0) / GATES);
    require(file, "layers", architecture.layers(), layers(parameters));
    boolean backwards = parameters.containsKey(FIRST_LAYER + BACKWARDS);
    require(file, "bidirectional", architecture.bidirectional(), backwards);
  }

  private static long layers(Map<String, Shape> parameters) {
    return parameters.keySet().stream()
        .filter(name -> name.startsWith(INPUT_WEIGHT) && !name.endsWith(BACKWARDS))
        .count();
  }

  private static void require(String file, String field, Object described, Object found) {
    if (!described.toString().equals(found.toString())) {
      throw BundleException.of(
          file, "architecture." + field, described, found + ", as in model.pt");
    }
  }
}

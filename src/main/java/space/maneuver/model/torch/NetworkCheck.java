package space.maneuver.model.torch;

import ai.djl.ndarray.types.Shape;
import java.util.Map;
import space.maneuver.features.window.Sampling;
import space.maneuver.model.bundle.Architecture;
import space.maneuver.model.bundle.BundleException;
import space.maneuver.model.bundle.BundleFile;
import space.maneuver.model.bundle.LoadedBundle;

/** Whether the parameters in {@code model.pt} are those of the architecture in the description. */
final class NetworkCheck {

  private static final String INPUT_LAYER = "input_weight";
  private static final String MEMBER = "member";
  private static final String RECURRENT = "weight_ih_l";
  private static final String BACKWARDS = "_reverse";
  private static final int GATES = 4;

  private NetworkCheck() {}

  /**
   * @throws BundleException for the first size that differs
   */
  static void check(LoadedBundle bundle, Map<String, Shape> parameters) {
    String place = bundle.place() + '/';
    Architecture architecture = bundle.description().architecture();
    boolean perStep = bundle.description().features().sampling() == Sampling.PER_ELEMENT_SET;
    String prefix = perStep ? MEMBER + "0." : "";
    String firstLayer = prefix + (perStep ? INPUT_LAYER : RECURRENT + 0);
    Shape first = parameters.get(firstLayer);
    if (first == null || first.dimension() != 2) {
      throw new BundleException(
          place + BundleFile.NETWORK.fileName(), firstLayer, "is not there as a matrix", null);
    }
    String file = place + BundleFile.DESCRIPTION.fileName();
    require(file, "inputs", architecture.inputs(), first.get(1));
    require(file, "hidden", architecture.hidden(), perStep ? first.get(0) : first.get(0) / GATES);
    if (perStep) {
      require(file, "members", architecture.members(), members(parameters));
    } else {
      require(file, "layers", architecture.layers(), layers(parameters));
    }
    boolean backwards = parameters.containsKey(prefix + RECURRENT + 0 + BACKWARDS);
    require(file, "bidirectional", architecture.bidirectional(), backwards);
  }

  private static long members(Map<String, Shape> parameters) {
    return parameters.keySet().stream().filter(name -> name.endsWith('.' + INPUT_LAYER)).count();
  }

  private static long layers(Map<String, Shape> parameters) {
    return parameters.keySet().stream()
        .filter(name -> name.startsWith(RECURRENT) && !name.endsWith(BACKWARDS))
        .count();
  }

  private static void require(String file, String field, Object described, Object found) {
    if (!described.toString().equals(found.toString())) {
      throw BundleException.of(
          file, "architecture." + field, described, found + ", as in model.pt");
    }
  }
}

package space.maneuver.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * What a training gives.
 *
 * @param archive bytes of the TorchScript module; not copied
 * @param losses after each hundredth of the training, means over it
 * @param validations losses on left-out satellites; empty where none was left out
 * @param steps that were done
 * @param bestStep after which the weights are those of {@code archive}
 */
public record TrainedNetwork(
    byte[] archive, double[] losses, double[] validations, int steps, int bestStep) {

  /** The curves, the first under the name of the training. */
  public Map<String, List<Double>> curves(String name) {
    Map<String, List<Double>> curves = new LinkedHashMap<>();
    curves.put(name, list(losses));
    if (validations.length > 0) {
      curves.put(name + ", left out", list(validations));
    }
    return curves;
  }

  private static List<Double> list(double[] values) {
    return DoubleStream.of(values).boxed().toList();
  }
}

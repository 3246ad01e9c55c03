package space.maneuver.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * The result of a training.
 *
 * @param archive bytes of the TorchScript module; not copied
 * @param losses mean loss of each hundredth of the training
 * @param validations losses on held-out satellites; empty if none was held out
 * @param steps number of steps taken
 * @param bestStep step whose weights {@code archive} holds
 */
public record TrainedNetwork(
    byte[] archive, double[] losses, double[] validations, int steps, int bestStep) {

  /** Returns the loss curves by name: training loss and, if any, validation loss. */
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

package space.maneuver.torchscript;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * A stacked LSTM with a linear classifier on the last layer's state. Its TorchScript has two
 * methods of {@code x}, float32 (batch, time, inputs), and {@code lengths}, int64 (batch):
 *
 * <ul>
 *   <li>{@code forward}: logits float32 (batch), from the state at each sequence's last step;
 *   <li>{@code steps}: logits float32 (batch, time), from the state at every step, 0 beyond the
 *       end.
 * </ul>
 *
 * @param inputs numbers per step, including the observation mask; at least 1
 * @param hidden size of a layer's state; at least 1
 * @param layers number of stacked layers; at least 1
 * @param dropout dropout probability between layers and before the classifier, in training only;
 *     [0, 1)
 */
public record ManeuverLstmNetwork(int inputs, int hidden, int layers, double dropout) {

  private static final String CLASS_NAME = "ManeuverLSTM";
  private static final String SOURCE = "ManeuverLSTM.py";
  private static final String CLASSIFIER_WEIGHT = "classifier_weight";
  private static final String CLASSIFIER_BIAS = "classifier_bias";
  private static final int GATES = 4;

  /**
   * @throws IllegalArgumentException if a size or the dropout is out of range
   */
  public ManeuverLstmNetwork {
    if (inputs < 1 || hidden < 1 || layers < 1 || !(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException(
          "inputs, hidden and layers must be at least 1 and dropout in [0, 1), but they are %d, %d, %d and %s"
              .formatted(inputs, hidden, layers, dropout));
    }
  }

  /** Returns name and shape of every parameter, in the order of {@code torch.nn.LSTM}. */
  public Map<String, List<Integer>> parameterShapes() {
    Map<String, List<Integer>> shapes = new LinkedHashMap<>();
    int gates = GATES * hidden;
    for (int layer = 0; layer < layers; layer++) {
      shapes.put("weight_ih_l" + layer, List.of(gates, layer == 0 ? inputs : hidden));
      shapes.put("weight_hh_l" + layer, List.of(gates, hidden));
      shapes.put("bias_ih_l" + layer, List.of(gates));
      shapes.put("bias_hh_l" + layer, List.of(gates));
    }
    shapes.put(CLASSIFIER_WEIGHT, List.of(1, hidden));
    shapes.put(CLASSIFIER_BIAS, List.of(1));
    return shapes;
  }

  /**
   * Draws initial parameters: uniform within +-1/sqrt(hidden) as in PyTorch, except that the bias
   * of the forget gates is 1, so that an untrained network remembers. Equal seeds give equal
   * numbers.
   */
  public Map<String, Tensor> initialise(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double bound = 1 / Math.sqrt(hidden);
    Map<String, Tensor> parameters = new LinkedHashMap<>();
    parameterShapes()
        .forEach(
            (name, shape) -> {
              float[] values = new float[Tensor.size(shape)];
              for (int i = 0; i < values.length; i++) {
                values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
              }
              setForgetBias(name, values);
              parameters.put(name, new Tensor(shape, values));
            });
    return parameters;
  }

  // The gates are in the order input, forget, cell, output, and each has two biases that are added.
  private void setForgetBias(String name, float[] values) {
    if (name.startsWith("bias_ih_") || name.startsWith("bias_hh_")) {
      float bias = name.startsWith("bias_ih_") ? 1 : 0;
      Arrays.fill(values, hidden, 2 * hidden, bias);
    }
  }

  /**
   * Returns the network with these parameters as an archive.
   *
   * @throws IllegalArgumentException if a parameter is missing, unknown or of the wrong shape
   */
  public TorchScriptArchive archive(Map<String, Tensor> parameters) {
    Map<String, List<Integer>> shapes = parameterShapes();
    if (!parameters.keySet().equals(shapes.keySet())) {
      throw new IllegalArgumentException(
          "parameters are " + parameters.keySet() + "; expected " + shapes.keySet());
    }
    List<Attribute> attributes = new ArrayList<>();
    shapes.forEach(
        (name, shape) -> {
          Tensor tensor = Objects.requireNonNull(parameters.get(name));
          if (!tensor.shape().equals(shape)) {
            throw new IllegalArgumentException(
                name + " has the shape " + tensor.shape() + "; expected " + shape);
          }
          attributes.add(new Attribute.Parameter(name, tensor));
        });
    attributes.add(new Attribute.Flag("training", false));
    attributes.add(new Attribute.Count("hidden", hidden));
    attributes.add(new Attribute.Count("layers", layers));
    attributes.add(new Attribute.Real("dropout", dropout));
    return new TorchScriptArchive(CLASS_NAME, source(List.copyOf(shapes.keySet())), attributes);
  }

  private static String source(List<String> names) {
    List<String> lstm = names.subList(0, names.size() - 2);
    return TorchScriptSource.read(SOURCE)
        .replace("$NAMES", join(names, "\"%s\"", ", "))
        .replace("$DECLARATIONS", join(names, "%s : Tensor", "\n  "))
        .replace("$WEIGHTS", join(lstm, "self.%s", ", "));
  }

  private static String join(List<String> names, String pattern, String separator) {
    return names.stream().map(pattern::formatted).collect(Collectors.joining(separator));
  }
}

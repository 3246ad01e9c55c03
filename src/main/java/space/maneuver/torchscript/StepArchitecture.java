package space.maneuver.torchscript;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The architectures that turn the steps of a {@link StepNetwork} into states, each in a TorchScript
 * file of that name.
 *
 * <p>Parameters of recurrent layers are named and laid out as in {@code torch.nn}.
 */
public enum StepArchitecture {
  /** One forward tanh layer (Elman 1990). */
  RNN("ManeuverStepRNN", 1),
  /** One forward LSTM layer (Hochreiter and Schmidhuber 1997). */
  LSTM("ManeuverStepLSTM", 4),
  /** One forward GRU layer (Cho et al. 2014). */
  GRU("ManeuverStepGRU", 3),
  /** One forward and one backward LSTM (Graves and Schmidhuber 2005). */
  BILSTM("ManeuverBiLSTM", 4),
  /** Two linear layers over the whole window, flattened and padded to 64 steps. */
  MLP("ManeuverMLP", 0),
  /** Two encoder layers with four heads each (Vaswani et al. 2017). */
  TRANSFORMER("ManeuverTransformer", 0);

  /** Number of steps that the multilayer perceptron sees. */
  static final int MLP_STEPS = 64;

  private static final int LAYERS = 2;
  private static final int WIDENING = 2;

  private final String className;
  private final int gates;

  StepArchitecture(String className, int gates) {
    this.className = className;
    this.gates = gates;
  }

  /** Returns the name of the TorchScript class. */
  String className() {
    return className;
  }

  /** Returns the name in lower case, as in a bundle and on the command line. */
  public String type() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns whether it also reads a window from its end. */
  public boolean bidirectional() {
    return this == BILSTM;
  }

  /** Returns whether a state summarizes the steps before it. */
  boolean remembers() {
    return gates > 0;
  }

  /** Returns the number of stacked layers. */
  public int layers() {
    return this == TRANSFORMER || this == MLP ? LAYERS : 1;
  }

  /** Returns the size of the state of a step. */
  int stateSize(int hidden) {
    return this == BILSTM ? 2 * hidden : hidden;
  }

  /** Returns the parameters between input and head. */
  Map<String, ParameterSpec> parameters(int hidden) {
    Map<String, ParameterSpec> parameters = new LinkedHashMap<>();
    switch (this) {
      case RNN, LSTM, GRU -> recurrent(parameters, hidden, "_l0");
      case BILSTM -> {
        recurrent(parameters, hidden, "_l0");
        recurrent(parameters, hidden, "_l0_reverse");
      }
      case MLP -> {
        int window = 2 * hidden;
        ParameterSpec.linear(parameters, "window", MLP_STEPS * hidden, window);
        ParameterSpec.linear(parameters, "spread", window, MLP_STEPS * hidden);
      }
      case TRANSFORMER -> {
        parameters.put("frequencies", ParameterSpec.octaves(hidden / 2));
        for (int layer = 0; layer < LAYERS; layer++) {
          encoderLayer(parameters, hidden, "_l" + layer);
        }
      }
    }
    return parameters;
  }

  /** Returns the values of the placeholders in the source file. */
  Map<String, String> texts(int hidden) {
    if (this != TRANSFORMER) {
      return Map.of();
    }
    List<String> names = List.copyOf(parameters(hidden).keySet());
    int perLayer = (names.size() - 1) / LAYERS;
    return Map.of(
        "$LAYER0", weights(names.subList(1, 1 + perLayer)),
        "$LAYER1", weights(names.subList(1 + perLayer, names.size())));
  }

  private static String weights(List<String> names) {
    return names.stream().map(name -> "self." + name).collect(Collectors.joining(", "));
  }

  private void recurrent(Map<String, ParameterSpec> parameters, int hidden, String suffix) {
    int rows = gates * hidden;
    parameters.put("weight_ih" + suffix, ParameterSpec.uniform(hidden, rows, hidden));
    parameters.put("weight_hh" + suffix, ParameterSpec.uniform(hidden, rows, hidden));
    boolean forgets = gates == 4;
    parameters.put("bias_ih" + suffix, ParameterSpec.gates(hidden, rows, forgets ? 1f : null));
    parameters.put("bias_hh" + suffix, ParameterSpec.gates(hidden, rows, forgets ? 0f : null));
  }

  private static void encoderLayer(
      Map<String, ParameterSpec> parameters, int hidden, String suffix) {
    ParameterSpec.norm(parameters, "attention_norm" + suffix, hidden);
    ParameterSpec.linear(parameters, "query_key_value" + suffix, hidden, 3 * hidden);
    ParameterSpec.linear(parameters, "attention" + suffix, hidden, hidden);
    ParameterSpec.norm(parameters, "inner_norm" + suffix, hidden);
    ParameterSpec.linear(parameters, "widen" + suffix, hidden, WIDENING * hidden);
    ParameterSpec.linear(parameters, "narrow" + suffix, WIDENING * hidden, hidden);
  }
}

package space.maneuver.torchscript;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * A network over steps: a linear layer, the states of its architecture, and a head of two linear
 * layers. Its TorchScript has two methods of {@code x}, float32 (batch, time, inputs), and {@code
 * lengths}, int64 (batch):
 *
 * <ul>
 *   <li>{@code forward}: logits float32 (batch), of each sequence;
 *   <li>{@code steps}: logits float32 (batch, time), 0 beyond the end.
 * </ul>
 *
 * Padding beyond the end of a sequence affects none of its steps.
 *
 * @param architecture architecture of the states
 * @param readout the method it is trained for
 * @param inputs numbers per step, including the observation mask; at least 1
 * @param hidden size of a state; at least 1, a multiple of 4 for a transformer
 * @param dropout dropout probability before the head, in training only; a third of it before the
 *     states, two thirds within the head; [0, 1)
 */
public record StepNetwork(
    StepArchitecture architecture, Readout readout, int inputs, int hidden, double dropout) {

  /**
   * @throws IllegalArgumentException if a value is out of range, or the architecture has no state
   *     of a whole window
   */
  public StepNetwork {
    if (readout == Readout.WHOLE_WINDOW && !architecture.remembers()) {
      throw new IllegalArgumentException(architecture.type() + " has no state of a whole window");
    }
    if (inputs < 1 || hidden < 1 || !(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException(
          "inputs and hidden must be at least 1 and dropout in [0, 1), but they are %d, %d and %s"
              .formatted(inputs, hidden, dropout));
    }
    if (architecture == StepArchitecture.TRANSFORMER && hidden % 4 != 0) {
      throw new IllegalArgumentException(
          "a transformer has four heads: hidden must be a multiple of 4, but it is " + hidden);
    }
  }

  /** Returns the network with fresh parameters; equal seeds give equal numbers. */
  public TorchScriptArchive initialise(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, ParameterSpec> parameters = parameters();
    List<Attribute> attributes = new ArrayList<>();
    parameters.forEach(
        (name, spec) -> attributes.add(new Attribute.Parameter(name, spec.draw(random))));
    attributes.add(new Attribute.Flag("training", false));
    attributes.add(new Attribute.Count("hidden", hidden));
    attributes.add(new Attribute.Real("dropout", dropout));
    return new TorchScriptArchive(
        readout.className(architecture), source(List.copyOf(parameters.keySet())), attributes);
  }

  private Map<String, ParameterSpec> parameters() {
    Map<String, ParameterSpec> parameters = new LinkedHashMap<>();
    ParameterSpec.linear(parameters, "input", inputs, hidden);
    parameters.putAll(architecture.parameters(hidden));
    ParameterSpec.linear(parameters, "head", architecture.stateSize(hidden), hidden);
    ParameterSpec.linear(parameters, "classifier", hidden, 1);
    return parameters;
  }

  private String source(List<String> names) {
    String source =
        TorchScriptSource.read(readout.skeleton())
            .replace("$STATES\n", TorchScriptSource.read(architecture.type() + ".py"));
    for (Map.Entry<String, String> text : architecture.texts(hidden).entrySet()) {
      source = source.replace(text.getKey(), text.getValue());
    }
    return source
        .replace("$CLASS", readout.className(architecture))
        .replace("$NAMES", join(names, "\"%s\"", ", "))
        .replace("$DECLARATIONS", join(names, "%s : Tensor", "\n  "));
  }

  private static String join(List<String> names, String pattern, String separator) {
    return names.stream().map(pattern::formatted).collect(Collectors.joining(separator));
  }
}

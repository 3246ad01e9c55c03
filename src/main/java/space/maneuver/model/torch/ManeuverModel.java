package space.maneuver.model.torch;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import space.maneuver.features.window.Sampling;
import space.maneuver.model.bundle.Architecture;
import space.maneuver.model.bundle.BundleException;
import space.maneuver.model.bundle.BundleFile;
import space.maneuver.model.bundle.LoadedBundle;
import space.maneuver.model.bundle.ModelBundle;

/**
 * A network that is ready to run, with its description. Safe for concurrent calls; must not be used
 * after {@link #close()}.
 */
public final class ManeuverModel implements AutoCloseable {

  private static final String WINDOW_METHOD = "forward";
  private static final String STEP_METHOD = "steps";
  // PyTorch compiles a method in its first two calls, regardless of shape; the kernels of a shape,
  // which all methods share, are created in the first call with that shape.
  private static final int COMPILING_CALLS = 3;
  // Numbers of a layer's states per batch: beyond this, throughput on a core is flat, and the
  // activations of a batch no longer fit into the cache.
  private static final int MAX_STATES = 1 << 19;

  private final LoadedBundle bundle;
  private final TorchNetwork network;

  private ManeuverModel(LoadedBundle bundle, TorchNetwork network) {
    this.bundle = bundle;
    this.network = network;
  }

  /**
   * Loads the network of a bundle, on the GPU if PyTorch finds one, and runs it until it is warm.
   *
   * @throws BundleException if PyTorch cannot load the network, or its output has another shape
   *     than the bundle describes
   */
  public static ManeuverModel start(LoadedBundle bundle) {
    String file = bundle.place() + '/' + BundleFile.NETWORK.fileName();
    try {
      TorchNetwork network = new TorchNetwork(bundle.network());
      ManeuverModel model = new ManeuverModel(bundle, network);
      try {
        NetworkCheck.check(bundle, network.parameterShapes());
        model.warmUp();
        return model;
      } catch (RuntimeException e) {
        model.close();
        throw e;
      }
    } catch (IOException | EngineException | IllegalStateException e) {
      throw new BundleException(file, "", "cannot be run: " + e.getMessage(), e);
    }
  }

  /** Returns the number of networks in the native memory of this process. */
  public static int live() {
    return TorchNetwork.live();
  }

  /** Returns the description of the network. */
  public ModelBundle bundle() {
    return bundle.description();
  }

  /** Returns the model card, in Markdown. */
  public String card() {
    return bundle.card();
  }

  /**
   * Returns the maximum number of windows that are worth running together. The model is warm for
   * the powers of two up to that number at the lengths of {@link ModelBundle#warmSteps}.
   *
   * @param steps of the longest window
   * @return a power of two, 1 to {@link WindowBatch#LARGEST}
   */
  public int largestBatch(int steps) {
    Architecture network = bundle().architecture();
    int states = steps * network.hidden() * (network.bidirectional() ? 2 : 1);
    return Integer.highestOneBit(Math.max(1, Math.min(MAX_STATES / states, WindowBatch.LARGEST)));
  }

  /**
   * Returns the logit of each window, in the order of the batch.
   *
   * @throws IllegalArgumentException if the batch has another number of channels than the network
   */
  public float[] logits(WindowBatch windows) {
    requireChannels(windows);
    return network.run(WINDOW_METHOD, windows, new Shape(windows.batch()));
  }

  /**
   * Returns the logit of each step, (batch, time) row by row; 0 beyond a window's length.
   *
   * @throws IllegalArgumentException if the batch has another number of channels than the network
   */
  public float[] stepLogits(WindowBatch windows) {
    requireChannels(windows);
    return network.run(STEP_METHOD, windows, new Shape(windows.batch(), windows.time()));
  }

  private void requireChannels(WindowBatch windows) {
    int inputs = bundle().architecture().inputs();
    if (windows.channels() != inputs) {
      throw new IllegalArgumentException(
          "the windows have " + windows.channels() + " channels; expected " + inputs);
    }
  }

  private void warmUp() {
    List<Integer> warmSteps = bundle().warmSteps();
    for (int call = 0; call < COMPILING_CALLS; call++) {
      WindowBatch window = emptyBatch(1, warmSteps.get(0));
      logits(window);
      stepLogits(window);
    }
    for (int steps : warmSteps) {
      for (int batch = 1; batch <= largestBatch(steps); batch *= 2) {
        logits(emptyBatch(batch, steps));
      }
    }
  }

  private WindowBatch emptyBatch(int batch, int steps) {
    int inputs = bundle().architecture().inputs();
    long[] lengths = new long[batch];
    Arrays.fill(lengths, steps);
    return new WindowBatch(
        WindowBatch.allocate(batch, steps, inputs), batch, steps, inputs, lengths);
  }

  /** Frees the native memory; a second call has no effect. */
  @Override
  public void close() {
    network.close();
  }

  /** Checks that the parameters in {@code model.pt} match the architecture in the description. */
  private static final class NetworkCheck {

    private static final String INPUT_LAYER = "input_weight";
    private static final String MEMBER = "member";
    private static final String RECURRENT = "weight_ih_l";
    private static final String BACKWARDS = "_reverse";
    private static final int GATES = 4;

    private NetworkCheck() {}

    /**
     * Checks the sizes.
     *
     * @throws BundleException for the first one that differs
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
            place + BundleFile.NETWORK.fileName(),
            firstLayer,
            "is missing or is not a matrix",
            null);
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
}

package space.maneuver.training;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import space.maneuver.model.torch.TorchEngine;
import space.maneuver.model.torch.WindowBatch;
import space.maneuver.training.loop.AdamW;
import space.maneuver.training.loop.Checkpoint.TrainerState;
import space.maneuver.training.samples.SampleBatch;

/**
 * Trains a TorchScript module: its {@code steps} method computes the logits, PyTorch's autograd the
 * gradients. Only one trainer may run in a JVM at a time, since DJL collects gradients globally.
 */
final class NetworkTrainer implements AutoCloseable {

  private static final String ENGINE = "PyTorch";
  private static final String STEPS = "module_method:steps";
  private static final double LARGEST_GRADIENT_NORM = 1;

  private final Model model;
  private final PtSymbolBlock block;
  private final Engine engine;
  private final List<NDArray> parameters;
  private final AdamW optimizer;
  private final double positiveWeight;

  /**
   * Loads a module.
   *
   * @param archive bytes of the module to start from
   * @throws IOException if PyTorch cannot load it
   */
  NetworkTrainer(byte[] archive, TrainingSettings settings) throws IOException {
    TorchEngine.prepare();
    engine = Engine.getEngine(ENGINE);
    engine.setRandomSeed((int) settings.seed());
    Device device = engine.defaultDevice();
    model = Model.newInstance("network", device, ENGINE);
    Path file = Files.createTempFile("network", ".pt");
    try {
      Files.write(file, archive);
      model.load(file, null, Map.of("trainParam", "true"));
    } catch (MalformedModelException e) {
      throw new IOException("PyTorch cannot load the module to train", e);
    } finally {
      Files.delete(file);
    }
    block = (PtSymbolBlock) model.getBlock();
    JniUtils.enableTrainingMode(block);
    parameters =
        block.getParameters().values().stream().map(parameter -> parameter.getArray()).toList();
    optimizer =
        new AdamW(
            parameters,
            settings.loop().schedule().rate(settings.learningRate(), settings.steps()),
            settings.weightDecay(),
            model.getNDManager());
    positiveWeight = settings.loop().positiveWeight();
  }

  /** Takes one step of the optimizer and returns the loss before it. */
  float step(SampleBatch batch) {
    try (NDManager manager = model.getNDManager().newSubManager()) {
      float loss;
      try (GradientCollector gradients = engine.newGradientCollector()) {
        NDArray sum = loss(batch, true, manager);
        gradients.backward(sum);
        loss = sum.getFloat();
      }
      clipGradients(manager);
      optimizer.step();
      return loss;
    }
  }

  /**
   * Draws the random numbers of a step without changing the weights. Gradients are recorded
   * nevertheless, since PyTorch's first calls decide how it computes all later ones, to the last
   * bit.
   */
  void skip(SampleBatch batch) {
    try (NDManager manager = model.getNDManager().newSubManager();
        GradientCollector gradients = engine.newGradientCollector()) {
      loss(batch, true, manager);
    }
  }

  /** Computes the loss of a batch in inference mode. */
  float loss(SampleBatch batch) {
    JniUtils.enableInferenceMode(block);
    try (NDManager manager = model.getNDManager().newSubManager()) {
      return loss(batch, false, manager).getFloat();
    } finally {
      JniUtils.enableTrainingMode(block);
    }
  }

  private NDArray loss(SampleBatch batch, boolean training, NDManager manager) {
    WindowBatch windows = batch.windows();
    Shape shape = new Shape(windows.batch(), windows.time(), windows.channels());
    NDArray x = manager.create(windows.x(), shape, DataType.FLOAT32);
    NDArray lengths = manager.create(windows.lengths());
    NDArray method = manager.create(0);
    method.setName(STEPS);
    Shape perStep = new Shape(windows.batch(), windows.time());
    NDArray labels = manager.create(batch.labels(), perStep);
    NDArray weights = manager.create(batch.weighted(positiveWeight), perStep);
    NDArray logits =
        block
            .forward(new ParameterStore(manager, false), new NDList(x, lengths, method), training)
            .singletonOrThrow();
    long members = logits.getShape().get(0) / windows.batch();
    return crossEntropy(logits, labels.tile(new long[] {members, 1}))
        .mul(weights.tile(new long[] {members, 1}))
        .sum()
        .div(members);
  }

  /** Computes the binary cross entropy of logits in a numerically stable form. */
  private static NDArray crossEntropy(NDArray logits, NDArray labels) {
    return logits.maximum(0f).sub(logits.mul(labels)).add(logits.abs().neg().exp().add(1f).log());
  }

  /** Scales all gradients by one factor, which keeps their direction (Pascanu et al. 2013). */
  private void clipGradients(NDManager manager) {
    List<NDArray> gradients = new ArrayList<>();
    double squares = 0;
    for (NDArray parameter : parameters) {
      NDArray gradient = parameter.getGradient();
      gradient.attach(manager);
      gradients.add(gradient);
      squares += gradient.pow(2).sum().getFloat();
    }
    double norm = Math.sqrt(squares);
    if (norm > LARGEST_GRADIENT_NORM) {
      gradients.forEach(gradient -> gradient.muli((float) (LARGEST_GRADIENT_NORM / norm)));
    }
  }

  /** Returns the current module as PyTorch writes it, in inference mode. */
  byte[] export() {
    JniUtils.enableInferenceMode(block);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JniUtils.writeModule(block, bytes, false);
    JniUtils.enableTrainingMode(block);
    return bytes.toByteArray();
  }

  TrainerState state() {
    return optimizer.state();
  }

  /** Restores a state of the same network. */
  void restore(TrainerState state) {
    optimizer.restore(state);
  }

  /** Returns a copy of all weights in the module's order. */
  List<float[]> weights() {
    return AdamW.floats(parameters);
  }

  void setWeights(List<float[]> weights) {
    AdamW.set(parameters, weights);
  }

  @Override
  public void close() {
    model.close();
  }
}

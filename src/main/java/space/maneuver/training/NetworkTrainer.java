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
import ai.djl.nn.Parameter;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.AdamW;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.training.tracker.WarmUpTracker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import space.maneuver.model.TorchEngine;
import space.maneuver.model.WindowBatch;

/**
 * Trains a TorchScript module itself: its {@code steps} method gives the logits, PyTorch's autograd
 * the gradients. One at a time in a JVM, since DJL collects gradients globally.
 */
final class NetworkTrainer implements AutoCloseable {

  private static final String ENGINE = "PyTorch";
  private static final String STEPS = "module_method:steps";
  private static final double SHARE_OF_WARM_UP = 0.3;
  private static final float FIRST_OF_HIGHEST_RATE = 0.04f;
  private static final double LARGEST_GRADIENT_NORM = 1;

  private final Model model;
  private final PtSymbolBlock block;
  private final Trainer trainer;

  /**
   * @param archive bytes of the module to start from
   * @throws IOException if PyTorch does not take it
   */
  NetworkTrainer(byte[] archive, TrainingSettings settings) throws IOException {
    TorchEngine.prepare();
    Engine engine = Engine.getEngine(ENGINE);
    engine.setRandomSeed((int) settings.seed());
    Device device = engine.defaultDevice();
    model = Model.newInstance("network", device, ENGINE);
    Path file = Files.createTempFile("network", ".pt");
    try {
      Files.write(file, archive);
      model.load(file, null, Map.of("trainParam", "true"));
    } catch (MalformedModelException e) {
      throw new IOException("PyTorch does not take the module to train", e);
    } finally {
      Files.delete(file);
    }
    block = (PtSymbolBlock) model.getBlock();
    JniUtils.enableTrainingMode(block);
    trainer =
        model.newTrainer(
            new DefaultTrainingConfig(Loss.l2Loss())
                .optDevices(new Device[] {device})
                .optOptimizer(optimizer(settings)));
  }

  private static Optimizer optimizer(TrainingSettings settings) {
    int warmUp = (int) (settings.steps() * SHARE_OF_WARM_UP);
    Tracker rate =
        WarmUpTracker.builder()
            .optWarmUpSteps(warmUp)
            .optWarmUpBeginValue(settings.learningRate() * FIRST_OF_HIGHEST_RATE)
            .optWarmUpMode(WarmUpTracker.Mode.LINEAR)
            .setMainTracker(
                Tracker.cosine()
                    .setBaseValue(settings.learningRate())
                    .optFinalValue(0)
                    .setMaxUpdates(settings.steps() - warmUp)
                    .build())
            .build();
    return AdamW.builder()
        .optLearningRateTracker(rate)
        .optWeightDecays(settings.weightDecay())
        .build();
  }

  /** One step of the optimiser; the loss before it. */
  float step(SampleBatch batch) {
    WindowBatch windows = batch.windows();
    try (NDManager manager = model.getNDManager().newSubManager()) {
      Shape shape = new Shape(windows.batch(), windows.time(), windows.channels());
      NDArray x = manager.create(windows.x(), shape, DataType.FLOAT32);
      NDArray lengths = manager.create(windows.lengths());
      NDArray method = manager.create(0);
      method.setName(STEPS);
      Shape perStep = new Shape(windows.batch(), windows.time());
      NDArray labels = manager.create(batch.labels(), perStep);
      NDArray weights = manager.create(batch.weights(), perStep);
      float loss;
      try (GradientCollector gradients = trainer.newGradientCollector()) {
        NDArray logits =
            block
                .forward(new ParameterStore(manager, false), new NDList(x, lengths, method), true)
                .singletonOrThrow();
        long members = logits.getShape().get(0) / windows.batch();
        NDArray sum =
            crossEntropy(logits, labels.tile(new long[] {members, 1}))
                .mul(weights.tile(new long[] {members, 1}))
                .sum()
                .div(members);
        gradients.backward(sum);
        loss = sum.getFloat();
      }
      clipGradients(manager);
      trainer.step();
      return loss;
    }
  }

  /** Binary cross entropy of logits, in the form that neither overflows nor loses digits. */
  private static NDArray crossEntropy(NDArray logits, NDArray labels) {
    return logits.maximum(0f).sub(logits.mul(labels)).add(logits.abs().neg().exp().add(1f).log());
  }

  /** Scales all gradients together, so that their direction stays (Pascanu et al. 2013). */
  private void clipGradients(NDManager manager) {
    List<NDArray> gradients = new ArrayList<>();
    double squares = 0;
    for (Parameter parameter : block.getParameters().values()) {
      NDArray gradient = parameter.getArray().getGradient();
      gradient.attach(manager);
      gradients.add(gradient);
      squares += gradient.pow(2).sum().getFloat();
    }
    double norm = Math.sqrt(squares);
    if (norm > LARGEST_GRADIENT_NORM) {
      gradients.forEach(gradient -> gradient.muli((float) (LARGEST_GRADIENT_NORM / norm)));
    }
  }

  /** The module as it is now, written by PyTorch, in inference mode. */
  byte[] export() {
    JniUtils.enableInferenceMode(block);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JniUtils.writeModule(block, bytes, false);
    JniUtils.enableTrainingMode(block);
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    trainer.close();
    model.close();
  }
}

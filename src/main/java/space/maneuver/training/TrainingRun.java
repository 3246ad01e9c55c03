package space.maneuver.training;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import space.maneuver.training.loop.Best;
import space.maneuver.training.loop.Checkpoint;
import space.maneuver.training.loop.LossCurve;
import space.maneuver.training.samples.SampleBatch;

/** A training on its way: from any checkpoint on it goes as it would have gone without a stop. */
final class TrainingRun implements AutoCloseable {

  private final TrainingSettings settings;
  private final TrainingSamples samples;
  private final String identity;
  private final NetworkTrainer trainer;
  private LossCurve curve;
  private @Nullable Best best;
  private int withoutGain;
  private int step;

  /**
   * @param start the module to start from
   * @param identity of the training
   * @throws IOException if PyTorch does not take the module
   */
  TrainingRun(TrainingSettings settings, byte[] start, TrainingSamples samples, String identity)
      throws IOException {
    this.settings = settings;
    this.samples = samples;
    this.identity = identity;
    trainer = new NetworkTrainer(start, settings);
    curve = new LossCurve(settings.steps());
  }

  int step() {
    return step;
  }

  /** Whether all steps are done, or the patience is at its end. */
  boolean done() {
    return step >= settings.steps()
        || (settings.loop().stopsEarly() && withoutGain >= settings.loop().patience());
  }

  /** One step; its loss. */
  float advance() {
    float loss = trainer.step(samples.sampler().next(settings.batch()));
    if (!Float.isFinite(loss)) {
      throw new IllegalStateException(
          "the loss is " + loss + " at step " + (step + 1) + "; a lower learning rate may help");
    }
    step++;
    curve.add(step, loss);
    boolean due = step % settings.loop().validateEvery() == 0 || step == settings.steps();
    if (due && !samples.validation().isEmpty()) {
      validate();
    }
    return loss;
  }

  /**
   * Keeps the weights if they are the best so far. While the rate still rises, losses go up and
   * down with it and say nothing of when to stop, so that patience is lost only from its peak on.
   */
  private void validate() {
    double loss = 0;
    for (SampleBatch batch : samples.validation()) {
      loss += trainer.loss(batch) / samples.validation().size();
    }
    curve.addValidation(loss);
    Best before = best;
    if (before == null || loss < before.loss()) {
      best = new Best(loss, step, trainer.weights());
      withoutGain = 0;
    } else if (step > settings.loop().schedule().warmUp(settings.steps())) {
      withoutGain++;
    }
  }

  Checkpoint checkpoint() {
    return new Checkpoint(identity, trainer.state(), curve, best, withoutGain);
  }

  /** Goes on from a checkpoint: draws what was drawn before it, and takes its numbers. */
  void resume(Checkpoint checkpoint) {
    boolean more = checkpoint.trainer().steps() < settings.steps();
    for (step = 0; step < checkpoint.trainer().steps(); step++) {
      if (more) {
        trainer.skip(samples.sampler().next(settings.batch()));
      }
    }
    trainer.restore(checkpoint.trainer());
    curve = checkpoint.curve();
    best = checkpoint.best();
    withoutGain = checkpoint.withoutGain();
  }

  /** The network with its best weights, or with its last ones where nothing validated. */
  TrainedNetwork result() {
    Best kept = best;
    if (kept != null) {
      trainer.setWeights(kept.weights());
    }
    return new TrainedNetwork(
        trainer.export(),
        curve.losses(),
        curve.validations(),
        step,
        kept == null ? step : kept.step());
  }

  @Override
  public void close() {
    trainer.close();
  }
}

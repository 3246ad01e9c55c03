package space.maneuver.training;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import space.maneuver.training.loop.Checkpoint;
import space.maneuver.training.loop.Checkpoint.BestWeights;
import space.maneuver.training.loop.Checkpoints;
import space.maneuver.training.loop.LossCurve;
import space.maneuver.training.samples.SampleBatch;

/** Trains one network to the end, resuming from a checkpoint if there is one. */
public final class NetworkTraining {

  private final TrainingSettings settings;
  private final Checkpoints checkpoints;
  private final Progress progress;

  /** Prepares trainings with the same settings. */
  public NetworkTraining(TrainingSettings settings, Checkpoints checkpoints, Progress progress) {
    this.settings = settings;
    this.checkpoints = checkpoints;
    this.progress = progress;
  }

  /**
   * Trains a network.
   *
   * @param task name of the training for its progress and checkpoint
   * @param start bytes of the module to start from
   * @param samples training and validation samples
   * @throws IOException if PyTorch cannot load the module, or a checkpoint cannot be written
   */
  public TrainedNetwork train(String task, byte[] start, TrainingSamples samples)
      throws IOException {
    String identity =
        new DataDigest().add(settings.toString()).add(samples.identity()).add(start).hex();
    try (TrainingRun run = new TrainingRun(settings, start, samples, identity)) {
      Checkpoint found = checkpoints.find(task, identity, progress::say);
      if (found != null) {
        run.resume(found);
      }
      while (!run.done()) {
        float loss = run.advance();
        progress.at(task, run.step(), settings.steps(), loss);
        if (run.step() % checkpoints.every() == 0 || run.done()) {
          checkpoints.put(task, run.checkpoint());
        }
      }
      return run.result();
    }
  }

  /**
   * A training in progress. Resumed from a checkpoint, it continues exactly as if uninterrupted.
   */
  private static final class TrainingRun implements AutoCloseable {

    private final TrainingSettings settings;
    private final TrainingSamples samples;
    private final String identity;
    private final NetworkTrainer trainer;
    private LossCurve curve;
    private @Nullable BestWeights best;
    private int withoutGain;
    private int step;

    /**
     * Starts a training.
     *
     * @param start bytes of the module to start from
     * @param identity fingerprint of the training
     * @throws IOException if PyTorch cannot load the module
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

    /** Returns whether all steps are done or the patience is exhausted. */
    boolean done() {
      return step >= settings.steps()
          || (settings.loop().stopsEarly() && withoutGain >= settings.loop().patience());
    }

    /** Takes one step and returns its loss. */
    float advance() {
      float loss = trainer.step(samples.sampler().next(settings.batch()));
      if (!Float.isFinite(loss)) {
        throw new IllegalStateException(
            "the loss became " + loss + " at step " + (step + 1) + "; try a lower learning rate");
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
     * Keeps the weights if they are the best so far. While the learning rate rises, losses
     * fluctuate with it and say nothing about when to stop, so patience runs out only after the
     * peak.
     */
    private void validate() {
      double loss = 0;
      for (SampleBatch batch : samples.validation()) {
        loss += trainer.loss(batch) / samples.validation().size();
      }
      curve.addValidation(loss);
      BestWeights before = best;
      if (before == null || loss < before.loss()) {
        best = new BestWeights(loss, step, trainer.weights());
        withoutGain = 0;
      } else if (step > settings.loop().schedule().warmUp(settings.steps())) {
        withoutGain++;
      }
    }

    Checkpoint checkpoint() {
      return new Checkpoint(identity, trainer.state(), curve, best, withoutGain);
    }

    /** Resumes from a checkpoint: repeats the random draws before it and takes over its numbers. */
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

    /** Returns the network with its best weights, or its last ones without validation. */
    TrainedNetwork result() {
      BestWeights kept = best;
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
}

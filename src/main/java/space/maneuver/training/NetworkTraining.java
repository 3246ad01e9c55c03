package space.maneuver.training;

import java.io.IOException;
import space.maneuver.training.loop.Checkpoint;
import space.maneuver.training.loop.Checkpoints;

/** Trains one network from its first weights to its last, or on from where a stop left it. */
public final class NetworkTraining {

  private final TrainingSettings settings;
  private final Checkpoints checkpoints;
  private final Progress progress;

  public NetworkTraining(TrainingSettings settings, Checkpoints checkpoints, Progress progress) {
    this.settings = settings;
    this.checkpoints = checkpoints;
    this.progress = progress;
  }

  /**
   * Trains.
   *
   * @param task name of it for the progress, and of its checkpoint
   * @param start the module to start from
   * @throws IOException if PyTorch does not take the module, or a checkpoint cannot be written
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
}

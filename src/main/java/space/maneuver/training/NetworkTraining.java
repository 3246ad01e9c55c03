package space.maneuver.training;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Trains one network from its first weights to its last. */
final class NetworkTraining {

  private static final int CURVE_POINTS = 100;

  private final TrainingSettings settings;
  private final Progress progress;

  NetworkTraining(TrainingSettings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /** Losses of {@link TrainedNetwork} as a list. */
  static List<Double> curve(double[] losses) {
    return Arrays.stream(losses).boxed().toList();
  }

  /**
   * Trains.
   *
   * @param task name of it for the progress
   * @param start the module to start from
   * @throws IOException if PyTorch does not take the module
   */
  TrainedNetwork train(String task, byte[] start, Sampler sampler) throws IOException {
    double[] losses = new double[Math.min(CURVE_POINTS, settings.steps())];
    int[] counts = new int[losses.length];
    try (NetworkTrainer trainer = new NetworkTrainer(start, settings)) {
      for (int step = 1; step <= settings.steps(); step++) {
        float loss = trainer.step(sampler.next(settings.batch()));
        if (!Float.isFinite(loss)) {
          throw new IllegalStateException(
              "the loss is " + loss + " at step " + step + "; a lower learning rate may help");
        }
        int point = (int) ((long) (step - 1) * losses.length / settings.steps());
        losses[point] += loss;
        counts[point]++;
        progress.at(task, step, settings.steps(), loss);
      }
      for (int i = 0; i < losses.length; i++) {
        losses[i] /= counts[i];
      }
      return new TrainedNetwork(trainer.export(), losses);
    }
  }
}

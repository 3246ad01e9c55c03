package space.maneuver.command;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import space.maneuver.training.Progress;

/** Shows a training: a bar with loss and time left on a terminal, a line now and then elsewhere. */
final class TrainingBar implements Progress, AutoCloseable {

  private static final Duration BETWEEN_LINES = Duration.ofSeconds(30);
  private static final double SMOOTHING = 0.05;

  private final boolean terminal = System.console() != null;
  private final PrintStream err = System.err;
  private @Nullable ProgressBar bar;
  private String task = "";
  private double loss;
  private Instant lastLine = Instant.now();

  @Override
  public void at(String now, int step, int steps, double stepLoss) {
    if (!now.equals(task)) {
      close();
      task = now;
      loss = stepLoss;
      if (terminal) {
        bar = start(now, steps);
      }
    }
    loss += SMOOTHING * (stepLoss - loss);
    if (bar != null) {
      bar.stepTo(step);
      bar.setExtraMessage(String.format(Locale.ROOT, " loss %.4f", loss));
    } else if (step == steps
        || Duration.between(lastLine, Instant.now()).compareTo(BETWEEN_LINES) > 0) {
      err.printf(Locale.ROOT, "%s: step %d of %d, loss %.4f%n", now, step, steps, loss);
      lastLine = Instant.now();
    }
  }

  @Override
  public void say(String message) {
    close();
    err.println(message);
  }

  private static ProgressBar start(String task, int steps) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(steps)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(200)
        .build();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}

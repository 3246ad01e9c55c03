package space.maneuver.command.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import space.maneuver.training.Progress;

/**
 * Shows the progress of a training, with loss and time left: as a bar on a terminal, elsewhere as a
 * line every half minute.
 */
public final class TrainingBar implements Progress, AutoCloseable {

  private static final Duration BETWEEN_LINES = Duration.ofSeconds(30);
  private static final double SMOOTHING = 0.05;

  private final boolean terminal = System.console() != null;
  private final PrintStream err = System.err;
  private @Nullable ProgressBar bar;
  private String task = "";
  private double loss;
  private int firstStep;
  private Instant started = Instant.now();
  private Instant lastLine = Instant.now();

  @Override
  public void at(String now, int step, int steps, double stepLoss) {
    if (!now.equals(task)) {
      begin(now, step, steps);
      loss = stepLoss;
    }
    loss += SMOOTHING * (stepLoss - loss);
    if (bar != null) {
      bar.stepTo(step);
      bar.setExtraMessage(String.format(Locale.ROOT, " loss %.4f", loss));
    } else if (lineIsDue(step, steps)) {
      err.printf(
          Locale.ROOT,
          "%s: step %d of %d, loss %.4f%s%n",
          now,
          step,
          steps,
          loss,
          timeLeft(step, steps));
    }
  }

  @Override
  public void scored(String scored, int done, int total) {
    String now = scored + ", scoring";
    if (!now.equals(task)) {
      begin(now, done, total);
    }
    if (bar != null) {
      bar.stepTo(done);
    } else if (done < total && lineIsDue(done, total)) {
      err.printf("%s: %d of %d histories%s%n", now, done, total, timeLeft(done, total));
    }
  }

  @Override
  public void say(String message) {
    close();
    err.println(message);
  }

  private void begin(String now, int step, int steps) {
    close();
    task = now;
    firstStep = step;
    started = Instant.now();
    if (terminal) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(now)
              .setInitialMax(steps)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(200)
              .build();
    }
  }

  private boolean lineIsDue(int step, int steps) {
    Instant now = Instant.now();
    if (step < steps && Duration.between(lastLine, now).compareTo(BETWEEN_LINES) <= 0) {
      return false;
    }
    lastLine = now;
    return true;
  }

  private String timeLeft(int step, int steps) {
    if (step == steps || step == firstStep) {
      return "";
    }
    double seconds = Duration.between(started, Instant.now()).toMillis() / 1e3;
    long left = Math.round(seconds / (step - firstStep) * (steps - step));
    return String.format(Locale.ROOT, ", about %d:%02d min left", left / 60, left % 60);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}

package space.maneuver.command.terminal;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar that counts finished items and estimates the time left, on a terminal only. */
public final class CountingBar implements AutoCloseable {

  private final @Nullable ProgressBar bar;

  public CountingBar(String task, long count) {
    bar =
        System.console() == null
            ? null
            : new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(count)
                .setStyle(ProgressBarStyle.ASCII)
                .build();
  }

  /** Sets the number of steps, if it becomes known only after the start. */
  public void expect(long count) {
    if (bar != null) {
      bar.maxHint(count);
    }
  }

  public void step() {
    if (bar != null) {
      bar.step();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}

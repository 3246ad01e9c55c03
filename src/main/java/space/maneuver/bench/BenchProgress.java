package space.maneuver.bench;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Says what is being measured, on a terminal only. */
final class BenchProgress implements AutoCloseable {

  private final @Nullable ProgressBar bar =
      System.console() == null
          ? null
          : new ProgressBarBuilder()
              .setTaskName("bench")
              .setInitialMax(-1)
              .setStyle(ProgressBarStyle.ASCII)
              .build();

  void show(String next) {
    if (bar != null) {
      bar.step();
      bar.setExtraMessage(next);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}

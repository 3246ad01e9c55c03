package space.maneuver.inference;

import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.features.window.FeatureWindow;

/** Runs a network on any number of windows of any length; each of its answers is finite. */
public interface WindowRunner {

  /**
   * One logit per window, in the order given.
   *
   * @throws FailedWindowException when the network fails on one of them
   */
  float[] logits(List<FeatureWindow> windows);

  /**
   * One logit per step of each window, in the order given.
   *
   * @throws FailedWindowException when the network fails on one of them
   */
  float[][] stepLogits(List<FeatureWindow> windows);

  /** The network threw on a window, or answered it with what is no number. */
  public static final class FailedWindowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FailedWindowException(@Nullable Throwable cause) {
      super(
          "the network failed on a window" + (cause == null ? "" : ": " + lastLine(cause)), cause);
    }

    /** PyTorch puts the trace of its own interpreter before what went wrong. */
    private static String lastLine(Throwable cause) {
      return String.valueOf(cause.getMessage()).lines().reduce("", (before, line) -> line);
    }

    /**
     * The logits as they are.
     *
     * @throws FailedWindowException when one of them is not finite
     */
    static float[] unlessFailed(float[] logits) {
      for (float logit : logits) {
        if (!Float.isFinite(logit)) {
          throw new FailedWindowException(null);
        }
      }
      return logits;
    }
  }
}

package space.maneuver.inference;

import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.features.window.FeatureWindow;

/** Runs a network on any number of windows of any length; every logit returned is finite. */
public interface WindowRunner {

  /**
   * Returns one logit per window, in the order given.
   *
   * @throws FailedWindowException if the network fails on one of them
   */
  float[] logits(List<FeatureWindow> windows);

  /**
   * Returns one logit per step of each window, in the order given.
   *
   * @throws FailedWindowException if the network fails on one of them
   */
  float[][] stepLogits(List<FeatureWindow> windows);

  /** The network threw an exception on a window or returned a logit that is not finite. */
  public static final class FailedWindowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FailedWindowException(@Nullable Throwable cause) {
      super(
          "the network failed on a window" + (cause == null ? "" : ": " + lastLine(cause)), cause);
    }

    /** PyTorch puts its interpreter's stack trace before the actual error. */
    private static String lastLine(Throwable cause) {
      return String.valueOf(cause.getMessage()).lines().reduce("", (before, line) -> line);
    }

    /**
     * Returns the logits unchanged.
     *
     * @throws FailedWindowException if one of them is not finite
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

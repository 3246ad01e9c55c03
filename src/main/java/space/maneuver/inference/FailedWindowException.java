package space.maneuver.inference;

import org.jspecify.annotations.Nullable;

/** The network threw on a window, or answered it with what is no number. */
public final class FailedWindowException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FailedWindowException(@Nullable Throwable cause) {
    super("the network failed on a window" + (cause == null ? "" : ": " + lastLine(cause)), cause);
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

package space.maneuver.inference;

import java.util.List;
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
}

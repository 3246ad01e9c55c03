package space.maneuver.detection;

import java.util.List;
import space.maneuver.features.FeatureWindow;

/** Has a network run any number of windows of any length. */
public interface WindowRunner {

  /** One logit per window, in the order given; NaN where the network failed. */
  float[] logits(List<FeatureWindow> windows);

  /** One logit per step of each window, in the order given; a window that failed has NaN alone. */
  float[][] stepLogits(List<FeatureWindow> windows);
}

package space.maneuver.model.registry;

import java.util.concurrent.atomic.AtomicInteger;
import space.maneuver.model.torch.ManeuverModel;

/** A model that is freed when it is no longer served and nobody uses it any more. */
final class ServedModel {

  private final ManeuverModel model;
  // The registry's own use is the first.
  private final AtomicInteger uses = new AtomicInteger(1);

  ServedModel(ManeuverModel model) {
    this.model = model;
  }

  ManeuverModel model() {
    return model;
  }

  /** Whether it is still there to be used. */
  boolean retain() {
    int before = uses.getAndUpdate(count -> count > 0 ? count + 1 : 0);
    return before > 0;
  }

  void release() {
    if (uses.decrementAndGet() == 0) {
      model.close();
    }
  }
}

package space.maneuver.model.registry;

import java.util.Objects;
import space.maneuver.model.registry.ModelLease.ServedModel;
import space.maneuver.model.torch.ManeuverModel;

/** Creates leases of models outside any registry, for tests of any package. */
public final class Leases {

  private Leases() {}

  /**
   * Returns a lease; the model is closed once it and all leases shared from it have been returned.
   */
  public static ModelLease of(ManeuverModel model) {
    ServedModel served = new ServedModel(model);
    ModelLease lease = Objects.requireNonNull(ModelLease.of(served));
    served.release();
    return lease;
  }
}

package space.maneuver.model.registry;

import java.util.Objects;
import space.maneuver.model.registry.ModelLease.ServedModel;
import space.maneuver.model.torch.ManeuverModel;

/** Leases of models that no registry has, for tests of any package. */
public final class Leases {

  private Leases() {}

  /** The model is freed when the lease and those shared from it have been given back. */
  public static ModelLease of(ManeuverModel model) {
    ServedModel served = new ServedModel(model);
    ModelLease lease = Objects.requireNonNull(ModelLease.of(served));
    served.release();
    return lease;
  }
}

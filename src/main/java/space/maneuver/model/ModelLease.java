package space.maneuver.model;

/** The right to run one version of a model, which is not freed before the lease is given back. */
public final class ModelLease implements AutoCloseable {

  private final ManeuverModel model;

  ModelLease(ManeuverModel model) {
    this.model = model;
  }

  public ManeuverModel model() {
    return model;
  }

  /** Gives it back; a second call does nothing. */
  @Override
  public void close() {}
}

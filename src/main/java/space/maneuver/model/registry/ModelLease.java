package space.maneuver.model.registry;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import space.maneuver.model.torch.ManeuverModel;

/** The right to run one version of a model, which is not freed before the lease is given back. */
public final class ModelLease implements AutoCloseable {

  private final ServedModel served;
  private final AtomicBoolean returned = new AtomicBoolean();

  private ModelLease(ServedModel served) {
    this.served = served;
  }

  /** Null when the model is no longer served. */
  static @Nullable ModelLease of(ServedModel served) {
    return served.retain() ? new ModelLease(served) : null;
  }

  public ManeuverModel model() {
    return served.model();
  }

  /** Another lease of the same model, even when it is no longer served to others. */
  public ModelLease share() {
    ModelLease other = of(served);
    if (other == null) {
      throw new IllegalStateException("the lease has been given back");
    }
    return other;
  }

  /** Gives it back; a second call does nothing. */
  @Override
  public void close() {
    if (returned.compareAndSet(false, true)) {
      served.release();
    }
  }
}

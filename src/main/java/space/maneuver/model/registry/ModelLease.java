package space.maneuver.model.registry;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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

  /** A model that is freed when it is no longer served and nobody uses it any more. */
  static final class ServedModel {

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
}

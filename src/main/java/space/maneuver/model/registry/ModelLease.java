package space.maneuver.model.registry;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import space.maneuver.model.torch.ManeuverModel;

/** The right to run one version of a model, which is not closed before the lease is returned. */
public final class ModelLease implements AutoCloseable {

  private final ServedModel served;
  private final AtomicBoolean returned = new AtomicBoolean();

  private ModelLease(ServedModel served) {
    this.served = served;
  }

  /** Leases a model; returns null if it has already been closed. */
  static @Nullable ModelLease of(ServedModel served) {
    return served.retain() ? new ModelLease(served) : null;
  }

  public ManeuverModel model() {
    return served.model();
  }

  /** Returns another lease of the same model, even if the registry no longer serves it. */
  public ModelLease share() {
    ModelLease other = of(served);
    if (other == null) {
      throw new IllegalStateException("the lease has been returned");
    }
    return other;
  }

  /** Returns the lease; a second call has no effect. */
  @Override
  public void close() {
    if (returned.compareAndSet(false, true)) {
      served.release();
    }
  }

  /** A reference-counted model, closed once it is neither in service nor leased. */
  static final class ServedModel {

    private final ManeuverModel model;
    // The registry holds the first reference.
    private final AtomicInteger uses = new AtomicInteger(1);

    ServedModel(ManeuverModel model) {
      this.model = model;
    }

    ManeuverModel model() {
      return model;
    }

    /** Adds a reference; returns false if the model has already been closed. */
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

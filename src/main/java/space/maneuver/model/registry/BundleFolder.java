package space.maneuver.model.registry;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import space.maneuver.model.bundle.BundleException;
import space.maneuver.model.bundle.BundleReader;
import space.maneuver.model.bundle.LoadedBundle;

/**
 * A directory that holds a bundle, or held one. It offers the newest one that could be read and was
 * not rejected.
 */
final class BundleFolder {

  private final Path path;
  private @Nullable BundleFingerprint seen;
  private @Nullable BundleFingerprint taken;
  private @Nullable LoadedBundle offer;
  private @Nullable LoadedBundle previous;
  private @Nullable String fault;

  BundleFolder(Path path) {
    this.path = path;
  }

  /**
   * Reads what is there, if it is another bundle than before.
   *
   * @param patient whether it has to look the same twice: what is being written does not
   */
  void look(boolean patient) {
    try {
      BundleFingerprint now = BundleFingerprint.of(path);
      boolean settled = !patient || now.equals(seen);
      seen = now;
      if (settled && !now.equals(taken)) {
        take(now);
      }
    } catch (IOException e) {
      fault = "cannot be read: " + e;
    }
  }

  private void take(BundleFingerprint now) throws IOException {
    if (now.empty()) {
      taken = now;
      offer = null;
      fault = null;
      return;
    }
    try {
      LoadedBundle next = BundleReader.read(path);
      if (BundleFingerprint.of(path).equals(now)) {
        taken = now;
        fault = null;
        offer(next);
      }
    } catch (BundleException e) {
      // What the file system failed at may go well the next time; a wrong bundle stays wrong.
      taken = e.getCause() instanceof IOException ? null : now;
      fault = e.getMessage();
    }
  }

  private void offer(LoadedBundle next) {
    boolean same =
        offer != null
            && offer.description().equals(next.description())
            && offer.card().equals(next.card());
    if (!same) {
      previous = offer;
      offer = next;
    }
  }

  @Nullable LoadedBundle offer() {
    return offer;
  }

  /** The offer cannot be served; the one before it is offered again. */
  void reject(String reason) {
    offer = previous;
    previous = null;
    fault = reason;
  }

  /** As {@link #reject}, but for a reason outside: the same bundle will be looked at again. */
  void defer(String reason) {
    reject(reason);
    taken = null;
  }

  /** The offer is served. */
  void accept() {
    previous = null;
  }

  /** Whether nothing is left of it. */
  boolean gone() {
    return taken != null && taken.empty();
  }

  /** What is wrong with what lies there; null if nothing is. */
  @Nullable BundleFault fault() {
    return fault == null ? null : new BundleFault(path.toString(), fault);
  }
}

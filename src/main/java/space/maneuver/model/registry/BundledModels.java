package space.maneuver.model.registry;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import space.maneuver.model.bundle.BundleException;
import space.maneuver.model.bundle.BundleReader;
import space.maneuver.model.bundle.LoadedBundle;
import space.maneuver.model.torch.ManeuverModel;

/**
 * The models of the class path ({@code models/NAME/}). A thread of its own starts and warms them,
 * beside whatever else a program has to set up before it needs them.
 */
public final class BundledModels implements AutoCloseable {

  private final CompletableFuture<Started> started;

  /** Begins to start them. */
  public BundledModels() {
    // Not the thread's own loader: a pool's thread need not see what lies inside the jar.
    this(Objects.requireNonNull(BundledModels.class.getClassLoader()));
  }

  BundledModels(ClassLoader loader) {
    started =
        CompletableFuture.supplyAsync(
            () -> Started.of(BundleReader.readAll(loader)),
            start -> {
              Thread thread = new Thread(start, "bundled-models");
              thread.setDaemon(true);
              thread.start();
            });
  }

  /**
   * The bundles, when all are started.
   *
   * @throws BundleException when one does not fit or cannot be run
   */
  List<LoadedBundle> bundles() {
    try {
      return started.join().bundles();
    } catch (CompletionException e) {
      if (e.getCause() instanceof BundleException fault) {
        throw fault;
      }
      throw e;
    }
  }

  /**
   * The model of a bundle, the caller's to close from now on; null if it is not one of these or was
   * taken before.
   */
  @Nullable ManeuverModel take(LoadedBundle bundle) {
    return started.join().take(bundle);
  }

  /** Frees those that nobody took. */
  @Override
  public void close() {
    started.thenAccept(Started::close);
  }

  private record Started(List<LoadedBundle> bundles, Map<LoadedBundle, ManeuverModel> models) {

    static Started of(List<LoadedBundle> bundles) {
      Started started = new Started(bundles, new IdentityHashMap<>());
      try {
        bundles.forEach(bundle -> started.models.put(bundle, ManeuverModel.start(bundle)));
        return started;
      } catch (RuntimeException | Error e) {
        started.close();
        throw e;
      }
    }

    synchronized @Nullable ManeuverModel take(LoadedBundle bundle) {
      return models.remove(bundle);
    }

    synchronized void close() {
      models.values().forEach(ManeuverModel::close);
      models.clear();
    }
  }
}

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
 * The bundled models: those on the class path, in {@code models/NAME/}. They are started and warmed
 * on a separate thread, in parallel with the rest of a program's startup.
 */
public final class BundledModels implements AutoCloseable {

  private final CompletableFuture<Started> started;

  /** Starts to load the models. */
  public BundledModels() {
    // Not the thread's context loader: on a pool thread it may not see inside the jar.
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
   * Returns the bundles, once all models have been started.
   *
   * @throws BundleException if one is inconsistent or cannot be run
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
   * Returns the model of a bundle, which the caller has to close; null if it is not bundled or has
   * already been taken.
   */
  @Nullable ManeuverModel take(LoadedBundle bundle) {
    return started.join().take(bundle);
  }

  /** Closes the models that have not been taken. */
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

package space.maneuver.model.registry;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import space.maneuver.model.bundle.BundleException;
import space.maneuver.model.bundle.LoadedBundle;
import space.maneuver.model.registry.ModelLease.ServedModel;
import space.maneuver.model.torch.ManeuverModel;

/** The started models of the registry, by the bundle of each. */
final class RunningModels {

  private static final Logger LOG = LoggerFactory.getLogger(RunningModels.class);

  private final BundledModels bundled;
  private final Map<LoadedBundle, ServedModel> running = new IdentityHashMap<>();
  private final Set<LoadedBundle> fresh = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * Starts without models.
   *
   * @param bundled models that have already been started
   */
  RunningModels(BundledModels bundled) {
    this.bundled = bundled;
  }

  /**
   * Starts and warms the model of a bundle, unless it is already running.
   *
   * @throws BundleException if it cannot be run
   */
  void start(LoadedBundle bundle) {
    if (!running.containsKey(bundle)) {
      ManeuverModel early = bundled.take(bundle);
      running.put(bundle, new ServedModel(early == null ? ManeuverModel.start(bundle) : early));
      fresh.add(bundle);
    }
  }

  /** Returns the models of bundles that have been started. */
  List<ServedModel> of(Collection<LoadedBundle> bundles) {
    return bundles.stream().map(bundle -> Objects.requireNonNull(running.get(bundle))).toList();
  }

  LoadedBundle bundle(ServedModel served) {
    return running.entrySet().stream()
        .filter(entry -> entry.getValue() == served)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /**
   * Whether the models in service would change: one has been started, or one is no longer wanted.
   */
  boolean differ(Collection<LoadedBundle> wanted) {
    return !fresh.isEmpty() || wanted.size() != running.size();
  }

  /**
   * Releases all models but the wanted ones, which must be running, and reports the changes since
   * the last call.
   */
  void keep(Collection<LoadedBundle> wanted, ModelListener listener) {
    Map<LoadedBundle, ServedModel> kept = new IdentityHashMap<>();
    Set<String> names = new HashSet<>();
    for (LoadedBundle bundle : wanted) {
      kept.put(bundle, Objects.requireNonNull(running.remove(bundle)));
      names.add(bundle.description().id());
      if (fresh.contains(bundle)) {
        LOG.info("serving {} from {}", bundle.description().id(), bundle.place());
        listener.loaded(bundle.description());
      }
    }
    running.forEach(
        (bundle, served) -> {
          served.release();
          if (names.add(bundle.description().id()) && !fresh.contains(bundle)) {
            LOG.info("no longer serving {} from {}", bundle.description().id(), bundle.place());
            listener.removed(bundle.description());
          }
        });
    fresh.clear();
    running.clear();
    running.putAll(kept);
  }

  /** Releases all models. */
  void close() {
    running.values().forEach(ServedModel::release);
    running.clear();
  }
}

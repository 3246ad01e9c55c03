package space.maneuver.model.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import space.maneuver.model.bundle.BundleException;
import space.maneuver.model.bundle.LoadedBundle;
import space.maneuver.model.registry.ModelLease.ServedModel;
import space.maneuver.model.torch.ManeuverModel;

/**
 * The models in service, started and warm, one or more versions of each name. Callers lease the
 * currently served version. A replaced model is closed when its last lease is returned.
 */
public final class ModelRegistry implements AutoCloseable {

  private static final String DEFAULT_GONE =
      ": its bundle was removed, but as the default model it stays in service until replaced";

  private final String defaultName;
  private final BundleDirectory directory;
  private final BundleChoice choice;
  private final ModelListener listener;
  private final RunningModels running;
  private final FaultLog faultLog;
  private volatile ModelTable table = new ModelTable(List.of());
  private volatile List<BundleFault> faults = List.of();
  private volatile boolean closed;

  /**
   * Puts the bundled models into service, and starts those of the model directory.
   *
   * @param bundled the bundled models; those not put into service are closed
   * @throws BundleException if a bundled model is inconsistent, or the directory cannot be listed
   * @throws UnknownModelException if the default model is not among them
   */
  public ModelRegistry(ModelSettings settings, ModelListener listener, BundledModels bundled) {
    defaultName = settings.defaultName();
    this.listener = listener;
    faultLog = new FaultLog(listener);
    directory = new BundleDirectory(settings.directory());
    running = new RunningModels(bundled);
    try (bundled) {
      choice = new BundleChoice(bundled.bundles(), directory);
      directory.load();
      serve();
      requireDefault();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void requireDefault() {
    if (table.find(defaultName) == null) {
      throw table.unknown(defaultName);
    }
  }

  /**
   * Checks the model directory for changes. A new bundle is started beside the models in service
   * and replaces its predecessor once it is warm; a bundle that cannot be served changes nothing.
   * Never throws.
   */
  public synchronized void refresh() {
    if (closed) {
      return;
    }
    directory.refresh();
    try {
      serve();
    } catch (RuntimeException e) {
      report(new BundleFault("models", String.valueOf(e.getMessage())));
    }
  }

  private void serve() {
    List<LoadedBundle> wanted = choice.choose();
    while (!start(wanted)) {
      wanted = choice.choose();
    }
    if (closed) {
      return;
    }
    wanted.forEach(this::accept);
    ModelTable next = new ModelTable(running.of(wanted));
    ServedModel byDefault = table.find(defaultName);
    BundleFault lost = null;
    if (byDefault != null && next.find(defaultName) == null) {
      // No other model could answer in its place.
      lost = new BundleFault(defaultName, defaultName + DEFAULT_GONE);
      wanted.add(running.bundle(byDefault));
      next = new ModelTable(running.of(wanted));
    }
    if (running.differ(wanted)) {
      table = next;
      running.keep(wanted, listener);
      listener.serving(next.list());
    }
    report(lost);
  }

  private void report(@Nullable BundleFault another) {
    List<BundleFault> all = new ArrayList<>(directory.faults());
    if (another != null) {
      all.add(another);
    }
    faults = faultLog.update(all);
  }

  /**
   * Starts the wanted bundles. If one cannot be started, it is rejected, and false is returned: the
   * choice has to be made again.
   */
  private boolean start(List<LoadedBundle> wanted) {
    for (LoadedBundle bundle : wanted) {
      if (closed) {
        return true;
      }
      try {
        running.start(bundle);
      } catch (RuntimeException e) {
        BundleFolder folder = choice.folder(bundle);
        if (folder == null) {
          throw e;
        }
        folder.reject(String.valueOf(e.getMessage()));
        return false;
      }
    }
    return true;
  }

  private void accept(LoadedBundle bundle) {
    BundleFolder folder = choice.folder(bundle);
    if (folder != null) {
      folder.accept();
    }
  }

  /**
   * Returns a model.
   *
   * @param nameAndVersion {@code NAME}, for its newest version, or {@code NAME:VERSION}
   * @throws UnknownModelException if there is none
   */
  public ManeuverModel get(String nameAndVersion) {
    ModelTable now = table;
    ServedModel served = now.find(nameAndVersion);
    if (served == null) {
      throw now.unknown(nameAndVersion);
    }
    return served.model();
  }

  /**
   * Leases a model.
   *
   * @param nameAndVersion as in {@link #get}; null for the default
   * @throws UnknownModelException if there is none
   */
  public ModelLease lease(@Nullable String nameAndVersion) {
    String name = nameAndVersion == null ? defaultName : nameAndVersion;
    while (true) {
      ModelTable now = table;
      ServedModel served = now.find(name);
      if (served == null) {
        throw now.unknown(name);
      }
      ModelLease lease = ModelLease.of(served);
      // Otherwise it has just been replaced.
      if (lease != null) {
        return lease;
      }
    }
  }

  /** Returns the models in the order of their names, the newest version of each name first. */
  public List<ManeuverModel> list() {
    return table.list();
  }

  /** Returns the model of requests that name none. */
  public ManeuverModel defaultModel() {
    return get(defaultName);
  }

  /** Returns the bundles in the model directory that are not served, and why. */
  public List<BundleFault> faults() {
    return faults;
  }

  /** Stops starting models, and closes those that are not leased. */
  @Override
  public void close() {
    closed = true;
    synchronized (this) {
      table = new ModelTable(List.of());
      running.close();
    }
  }

  /** Reports each fault when it first occurs, not at every check. */
  private static final class FaultLog {

    private static final Logger LOG = LoggerFactory.getLogger(FaultLog.class);

    private final ModelListener listener;
    private Set<BundleFault> known = Set.of();

    FaultLog(ModelListener listener) {
      this.listener = listener;
    }

    /** Reports new faults; returns a copy of all current ones. */
    List<BundleFault> update(List<BundleFault> found) {
      for (BundleFault each : found) {
        if (!known.contains(each)) {
          LOG.warn("{}", each.reason());
          listener.rejected(each);
        }
      }
      known = Set.copyOf(found);
      return List.copyOf(found);
    }
  }
}

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
 * The models that can be asked for, started and warm, one or more versions of each name. Who asks
 * gets what is served at that time; a model that is no longer served is freed when the last lease
 * of it has been given back.
 */
public final class ModelRegistry implements AutoCloseable {

  private static final String DEFAULT_GONE =
      ": its bundle is gone; it is the default, and so is served until there is another";

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
   * Serves the bundles of the class path, and starts and serves those of the directory.
   *
   * @param bundled those of the class path; what is not served of them is freed
   * @throws BundleException when one of the class path does not fit, or the directory cannot be
   *     listed
   * @throws UnknownModelException when the default is not among them
   */
  public ModelRegistry(ModelSettings settings, ModelListener listener, BundledModels bundled) {
    defaultName = settings.defaultName();
    this.listener = listener;
    faultLog = new FaultLog(listener);
    directory = new BundleDirectory(settings.directory());
    running = new RunningModels(bundled);
    try (bundled) {
      choice = new BundleChoice(bundled.bundles(), directory);
      directory.lookFirst();
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
   * Looks at the directory again. What is new there is started beside what is served, and takes its
   * place when it is warm; what cannot be served changes nothing. It never throws.
   */
  public synchronized void refresh() {
    if (closed) {
      return;
    }
    directory.look();
    try {
      serve();
    } catch (RuntimeException e) {
      tell(new BundleFault("models", String.valueOf(e.getMessage())));
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
      // Nothing else could answer in its place.
      lost = new BundleFault(defaultName, defaultName + DEFAULT_GONE);
      wanted.add(running.bundle(byDefault));
      next = new ModelTable(running.of(wanted));
    }
    if (running.differ(wanted)) {
      table = next;
      running.keep(wanted, listener);
      listener.serving(next.list());
    }
    tell(lost);
  }

  private void tell(@Nullable BundleFault another) {
    List<BundleFault> all = new ArrayList<>(directory.faults());
    if (another != null) {
      all.add(another);
    }
    faults = faultLog.update(all);
  }

  /**
   * Whether all are started now. One that cannot be is rejected, and something else to be chosen.
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
   * The model of a name, its newest version, or of a name and a version with a colon between.
   *
   * @throws UnknownModelException when it is not there
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
   * Takes hold of a model.
   *
   * @param nameAndVersion as in {@link #get}; null for the default
   * @throws UnknownModelException when it is not there
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
      // Else another has just taken its place.
      if (lease != null) {
        return lease;
      }
    }
  }

  /** In the order of their names, the newest version of each name first. */
  public List<ManeuverModel> list() {
    return table.list();
  }

  /** The one that answers when none is asked for. */
  public ManeuverModel defaultModel() {
    return get(defaultName);
  }

  /** What lies in the directory and is not served. */
  public List<BundleFault> faults() {
    return faults;
  }

  /** Ends what is being started, and frees all that nobody uses. */
  @Override
  public void close() {
    closed = true;
    synchronized (this) {
      table = new ModelTable(List.of());
      running.close();
    }
  }

  /** Tells of each fault when it comes up, not with every look at it. */
  private static final class FaultLog {

    private static final Logger LOG = LoggerFactory.getLogger(FaultLog.class);

    private final ModelListener listener;
    private Set<BundleFault> known = Set.of();

    FaultLog(ModelListener listener) {
      this.listener = listener;
    }

    /** All that there are now, as a copy. */
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

package space.maneuver.model;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The models that can be asked for, started and warm. One version of each name. */
public final class ModelRegistry implements AutoCloseable {

  private final Map<String, ServedModel> models = new TreeMap<>();
  private final String defaultName;

  /**
   * Starts the bundles of the class path ({@code models/NAME/}) and of the directory.
   *
   * @throws BundleException when a bundle does not fit or a name is there twice
   * @throws UnknownModelException when the default is not among them
   */
  public ModelRegistry(ModelSettings settings) {
    // Not the thread's own loader: a pool's thread need not see what lies inside the jar.
    this(settings, Objects.requireNonNull(ModelRegistry.class.getClassLoader()));
  }

  ModelRegistry(ModelSettings settings, ClassLoader loader) {
    defaultName = settings.defaultName();
    Map<String, LoadedBundle> bundles = byName(BundleFinder.onClassPath(loader));
    Path directory = settings.directory();
    if (directory != null) {
      bundles.putAll(byName(BundleFinder.in(directory)));
    }
    if (!bundles.containsKey(defaultName)) {
      throw new UnknownModelException(defaultName, List.copyOf(bundles.keySet()));
    }
    try {
      bundles.forEach(
          (name, bundle) -> models.put(name, new ServedModel(ManeuverModel.start(bundle))));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private static Map<String, LoadedBundle> byName(Collection<LoadedBundle> bundles) {
    Map<String, LoadedBundle> byName = new TreeMap<>();
    for (LoadedBundle bundle : bundles) {
      LoadedBundle other = byName.put(bundle.description().name(), bundle);
      if (other != null) {
        String file = bundle.place() + '/' + BundleFile.DESCRIPTION.fileName();
        throw BundleException.of(
            file, "name", bundle.description().name(), "another than that in " + other.place());
      }
    }
    return byName;
  }

  /**
   * The model of a name, or of a name and its version with a colon between.
   *
   * @throws UnknownModelException when it is not there
   */
  public ManeuverModel get(String nameAndVersion) {
    return served(nameAndVersion).model();
  }

  private ServedModel served(String nameAndVersion) {
    String[] parts = nameAndVersion.split(":", 2);
    ServedModel served = models.get(parts[0]);
    if (served == null
        || (parts.length == 2 && !parts[1].equals(served.model().bundle().version()))) {
      throw new UnknownModelException(nameAndVersion, known());
    }
    return served;
  }

  /**
   * Takes hold of a model.
   *
   * @param nameAndVersion as in {@link #get}; null for the default
   * @throws UnknownModelException when it is not there
   */
  public ModelLease lease(@Nullable String nameAndVersion) {
    String name = nameAndVersion == null ? defaultName : nameAndVersion;
    ModelLease lease = ModelLease.of(served(name));
    if (lease == null) {
      throw new UnknownModelException(name, known());
    }
    return lease;
  }

  /** In the order of their names. */
  public List<ManeuverModel> list() {
    return models.values().stream().map(ServedModel::model).toList();
  }

  /** The one that answers when none is asked for. */
  public ManeuverModel defaultModel() {
    return get(defaultName);
  }

  private List<String> known() {
    return list().stream()
        .map(model -> model.bundle().name() + ':' + model.bundle().version())
        .toList();
  }

  @Override
  public void close() {
    models.values().forEach(ServedModel::release);
    models.clear();
  }
}

package space.maneuver.model.registry;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import space.maneuver.model.registry.ModelLease.ServedModel;
import space.maneuver.model.torch.ManeuverModel;

/** An immutable snapshot of the models in service, by name and version. */
final class ModelTable {

  private static final Comparator<ServedModel> NEWEST_FIRST =
      Comparator.comparing(
              ModelTable::version,
              Comparator.<List<BigInteger>, BigInteger>comparing(version -> version.get(0))
                  .thenComparing(version -> version.get(1))
                  .thenComparing(version -> version.get(2)))
          .reversed();

  private final Map<String, List<ServedModel>> byName = new TreeMap<>();

  ModelTable(Collection<ServedModel> models) {
    for (ServedModel each : models) {
      byName.computeIfAbsent(each.model().bundle().name(), name -> new ArrayList<>()).add(each);
    }
    byName.values().forEach(versions -> versions.sort(NEWEST_FIRST));
  }

  private static List<BigInteger> version(ServedModel served) {
    return List.of(served.model().bundle().version().split("\\.")).stream()
        .map(BigInteger::new)
        .toList();
  }

  /**
   * Finds a model.
   *
   * @param nameAndVersion {@code NAME}, for its newest version, or {@code NAME:VERSION}
   * @return null if there is none
   */
  @Nullable ServedModel find(String nameAndVersion) {
    String[] parts = nameAndVersion.split(":", 2);
    for (ServedModel each : byName.getOrDefault(parts[0], List.of())) {
      if (parts.length == 1 || parts[1].equals(each.model().bundle().version())) {
        return each;
      }
    }
    return null;
  }

  /** Returns the models in the order of their names, the newest version of each name first. */
  List<ManeuverModel> list() {
    return byName.values().stream().flatMap(List::stream).map(ServedModel::model).toList();
  }

  UnknownModelException unknown(String nameAndVersion) {
    return new UnknownModelException(
        nameAndVersion, list().stream().map(model -> model.bundle().id()).toList());
  }
}

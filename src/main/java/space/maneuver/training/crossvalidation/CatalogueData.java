package space.maneuver.training.crossvalidation;

import java.util.List;
import java.util.stream.IntStream;
import space.maneuver.orbit.History;
import space.maneuver.training.UnlabeledHistories;

/**
 * Histories without published burns, to train on and to score: false alarms on passive objects,
 * burns planted into their histories, and steps of active satellites that only thrust explains.
 *
 * @param histories each is scored by the network that was not trained on it
 * @param constellations beginnings of the names of satellites whose steps are counted apart
 * @param mostObjects greatest number of objects of a group that a network scores
 * @param mostBurns greatest number of burns planted into an object
 * @param seed of the planted burns
 */
public record CatalogueData(
    UnlabeledHistories histories,
    List<String> constellations,
    int mostObjects,
    int mostBurns,
    long seed) {

  /** No such histories. */
  public static final CatalogueData NONE =
      new CatalogueData(UnlabeledHistories.NONE, List.of(), 0, 0, 0);

  public CatalogueData {
    constellations = List.copyOf(constellations);
  }

  /** Returns all histories, or as many as are wanted, spread evenly over the catalogue numbers. */
  List<History> some(List<History> all) {
    int wanted = Math.min(all.size(), mostObjects);
    return IntStream.range(0, wanted)
        .mapToObj(i -> all.get((int) ((long) i * all.size() / wanted)))
        .toList();
  }

  boolean isOfConstellation(History history) {
    String name = history.name();
    return name != null && constellations.stream().anyMatch(name::startsWith);
  }
}

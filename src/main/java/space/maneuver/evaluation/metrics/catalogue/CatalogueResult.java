package space.maneuver.evaluation.metrics.catalogue;

import java.util.List;

/**
 * The results of models on histories without published burns that they never saw.
 *
 * @param passive objects that never maneuver
 * @param burns burns planted into the histories of passive objects
 * @param satellites satellites with steps that only thrust explains
 */
public record CatalogueResult(
    List<PassiveObject> passive, List<RandomBurn> burns, List<SatelliteSteps> satellites) {

  public static final CatalogueResult NONE = new CatalogueResult(List.of(), List.of(), List.of());

  public CatalogueResult {
    passive = List.copyOf(passive);
    burns = List.copyOf(burns);
    satellites = List.copyOf(satellites);
  }
}

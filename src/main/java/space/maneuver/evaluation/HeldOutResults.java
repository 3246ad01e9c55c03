package space.maneuver.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import space.maneuver.evaluation.metrics.PlantedResult;
import space.maneuver.evaluation.metrics.QuietObject;
import space.maneuver.evaluation.metrics.SatelliteResult;
import space.maneuver.evaluation.metrics.catalogue.CatalogueResult;

/**
 * Uncalibrated results of networks on objects that they never saw.
 *
 * @param satellites results of satellites with published burns, by name
 * @param quiet results of objects without burns
 * @param planted results of real histories with planted burns
 * @param catalogue results of histories without published burns
 * @param learningCurves loss after each hundredth of a training, by name of the training
 */
public record HeldOutResults(
    Map<String, SatelliteResult> satellites,
    List<QuietObject> quiet,
    List<PlantedResult> planted,
    CatalogueResult catalogue,
    Map<String, List<Double>> learningCurves) {

  /** Copies the maps in their order. */
  public HeldOutResults {
    satellites = Collections.unmodifiableMap(new LinkedHashMap<>(satellites));
    quiet = List.copyOf(quiet);
    planted = List.copyOf(planted);
    learningCurves = Collections.unmodifiableMap(new LinkedHashMap<>(learningCurves));
  }

  /** Creates results without planted burns and histories of a catalogue. */
  public HeldOutResults(
      Map<String, SatelliteResult> satellites,
      List<QuietObject> quiet,
      Map<String, List<Double>> learningCurves) {
    this(satellites, quiet, List.of(), CatalogueResult.NONE, learningCurves);
  }
}

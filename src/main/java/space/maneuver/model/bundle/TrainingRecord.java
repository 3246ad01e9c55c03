package space.maneuver.model.bundle;

import java.util.List;

/**
 * The data on which a network was trained.
 *
 * @param data the objects, apart from simulated ones
 * @param simulatedHistories number of simulated histories
 * @param seed of the training
 * @param solarFlux whether the histories were combined with solar flux
 */
public record TrainingRecord(
    List<TrainingData> data, int simulatedHistories, long seed, boolean solarFlux) {

  public TrainingRecord {
    data = List.copyOf(data);
  }

  /**
   * One object whose history was used for training.
   *
   * @param name of the object
   * @param noradId catalogue number
   * @param elementSets number of element sets used
   * @param burns number of known burns they cover
   */
  public record TrainingData(String name, int noradId, int elementSets, int burns) {}
}

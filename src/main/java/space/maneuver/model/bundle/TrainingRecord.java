package space.maneuver.model.bundle;

import java.util.List;

/**
 * What a network was trained on.
 *
 * @param data the objects, without the simulated ones
 * @param simulatedHistories how many
 * @param seed of the training
 * @param solarFlux whether the histories came with solar flux
 */
public record TrainingRecord(
    List<TrainingData> data, int simulatedHistories, long seed, boolean solarFlux) {

  public TrainingRecord {
    data = List.copyOf(data);
  }

  /**
   * One object whose history was trained on.
   *
   * @param name of the object
   * @param noradId catalogue number
   * @param elementSets how many were used
   * @param burns how many known burns they cover
   */
  public record TrainingData(String name, int noradId, int elementSets, int burns) {}
}

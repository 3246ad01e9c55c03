package space.maneuver.model.bundle;

/**
 * One object whose history was trained on.
 *
 * @param name of the object
 * @param noradId catalogue number
 * @param elementSets how many were used
 * @param burns how many known burns they cover
 */
public record TrainingData(String name, int noradId, int elementSets, int burns) {}

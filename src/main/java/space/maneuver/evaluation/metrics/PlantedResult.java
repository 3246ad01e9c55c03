package space.maneuver.evaluation.metrics;

/**
 * The result of a model on a real history with a planted burn.
 *
 * @param elementSetsPerDay element sets per day around the burn
 * @param result detections in the history, whose only published burn is the planted one
 */
public record PlantedResult(double elementSetsPerDay, SatelliteResult result) {}

package space.maneuver.web;

import java.util.List;

/**
 * Answers to windows.
 *
 * @param model that gave them
 * @param predictions one per window, in the order of the request
 */
record PredictionsAnswer(ModelReference model, List<PredictionEntry> predictions) {}

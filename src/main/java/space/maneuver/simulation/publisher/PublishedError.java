package space.maneuver.simulation.publisher;

import space.maneuver.simulation.orbit.Deviation;

/**
 * How far a published element set is from the truth.
 *
 * @param elements what has to be added to the truth
 * @param drag error of the mean motion's rate by B*, rad/s2. A fit's errors in B* and in the mean
 *     motion go together, so that its path stays near the observations: one without the other would
 *     not be what SGP4 is given in reality
 */
public record PublishedError(Deviation elements, double drag) {}

/**
 * The channels of the gap before each element set: SGP4 residuals, steps of the mean elements and
 * changes of the along-track phase, in units of the noise of the object.
 */
@NullMarked
package space.maneuver.features.gap;

import org.jspecify.annotations.NullMarked;

/** The job that makes a bundle: data sets, loop, calibration, export. */
@NullMarked
package space.maneuver.training;

import org.jspecify.annotations.NullMarked;

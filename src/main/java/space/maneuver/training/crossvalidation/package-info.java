/** Cross-validation: a network is trained for each fold and tried on the satellites left out. */
@NullMarked
package space.maneuver.training.crossvalidation;

import org.jspecify.annotations.NullMarked;

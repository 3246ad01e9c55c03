/** Cross-validation: one network is trained per fold and scored on the satellites held out. */
@NullMarked
package space.maneuver.training.crossvalidation;

import org.jspecify.annotations.NullMarked;

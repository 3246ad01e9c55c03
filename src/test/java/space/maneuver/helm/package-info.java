/** Tests of the Helm chart. */
@NullMarked
package space.maneuver.helm;

import org.jspecify.annotations.NullMarked;

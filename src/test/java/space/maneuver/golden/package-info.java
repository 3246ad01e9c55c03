/** Results that must not change unintentionally. */
@NullMarked
package space.maneuver.golden;

import org.jspecify.annotations.NullMarked;

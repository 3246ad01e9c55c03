/** What is left of the catalogue when the service or its database is killed. */
@NullMarked
package space.maneuver.durability;

import org.jspecify.annotations.NullMarked;

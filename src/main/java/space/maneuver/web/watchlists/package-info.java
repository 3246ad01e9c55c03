/** HTTP of the lists of objects to watch. */
@NullMarked
package space.maneuver.web.watchlists;

import org.jspecify.annotations.NullMarked;

/** What analysts judged, over HTTP. */
@NullMarked
package space.maneuver.web.reviews;

import org.jspecify.annotations.NullMarked;

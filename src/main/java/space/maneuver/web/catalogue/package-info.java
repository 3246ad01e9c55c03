/** The kept catalogue over HTTP: element sets in, objects and their element sets out. */
@NullMarked
package space.maneuver.web.catalogue;

import org.jspecify.annotations.NullMarked;

/** What the service says when a request cannot be answered: RFC 9457, one enum, one handler. */
@NullMarked
package space.maneuver.web.problem;

import org.jspecify.annotations.NullMarked;

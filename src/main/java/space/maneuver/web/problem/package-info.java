/**
 * Error responses (RFC 9457): one enum of problems, one exception handler.
 *
 * <p>Spring's {@code ProblemDetail} and {@code ResponseEntityExceptionHandler} are not used. A
 * problem must have its {@code code} before its {@code detail}, whereas {@code ProblemDetail} puts
 * all extensions last; and it must not depend on the {@code Accept} header, whereas that handler
 * negotiates the media type. Moreover, most problems arise in filters and Tomcat valves, which no
 * such handler sees.
 */
@NullMarked
package space.maneuver.web.problem;

import org.jspecify.annotations.NullMarked;

/**
 * What the service says when a request cannot be answered: RFC 9457, one enum, one handler.
 *
 * <p>Spring's {@code ProblemDetail} and {@code ResponseEntityExceptionHandler} are not used: a
 * problem must have its {@code code} before {@code detail}, where {@code ProblemDetail} puts all
 * extensions last, and must not depend on what the caller accepts, while that handler negotiates
 * the type. Most problems arise in filters and Tomcat's valves, which no such handler sees, and
 * those of Spring would still each need a detail and a fault of ours.
 */
@NullMarked
package space.maneuver.web.problem;

import org.jspecify.annotations.NullMarked;

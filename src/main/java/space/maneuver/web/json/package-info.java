/**
 * Splits NDJSON into lines, and parses JSON that consists mostly of numbers: Jackson, with a fast
 * path for lists of numbers. The fast path has to save a tenth of a whole {@code /predictions}
 * request or be removed; {@code JsonRequestBenchmark} measures it.
 */
@NullMarked
package space.maneuver.web.json;

import org.jspecify.annotations.NullMarked;

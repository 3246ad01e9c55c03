/**
 * Reads JSON that is mostly numbers: Jackson, with a short cut through lists of numbers. It must
 * save a tenth of a whole request of {@code /predictions}, or go: {@code JsonRequestBenchmark}
 * measures it.
 */
@NullMarked
package space.maneuver.web.json;

import org.jspecify.annotations.NullMarked;

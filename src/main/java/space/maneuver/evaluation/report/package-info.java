/** Reports of an evaluation in Markdown and HTML. */
@NullMarked
package space.maneuver.evaluation.report;

import org.jspecify.annotations.NullMarked;

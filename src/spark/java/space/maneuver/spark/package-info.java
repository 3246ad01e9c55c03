/**
 * The detector as an Apache Spark job, for catalogues that lie in a data lake. Compiled by the
 * Maven profile {@code spark} only.
 *
 * <pre>
 * InputFiles -> DocumentRows, TableRows -> ElementRows -> (shuffle by object)
 *     -> ObjectSearch -> ReportRows -> ResultTables -> OutputDirectory
 * </pre>
 */
@NullMarked
package space.maneuver.spark;

import org.jspecify.annotations.NullMarked;

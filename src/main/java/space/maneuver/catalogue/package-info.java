/**
 * The kept catalogue: element sets and objects, in PostgreSQL or in an embedded SQLite database.
 *
 * <p>SQLite is the embedded engine because its file format is stable across versions (that of H2
 * changed with 2.0, 2.2 and 2.4), it knows the SQL of PostgreSQL that is used here (ON CONFLICT,
 * row values), and with a write-ahead log and {@code synchronous=FULL} a commit that returned is on
 * the disk: of 30 processes that stored batches of 40 element sets without a pause and were ended
 * by {@code kill -9}, none lost an acknowledged one (33,000 in the end). H2 was ruled out by its
 * format and SQL, not by a measurement.
 *
 * <p>With the element sets of 300,000 TLEs of 2026, grouped by object, an element set takes 110
 * bytes in SQLite and 168 in PostgreSQL 15, with indexes. Both databases run the same migrations
 * and statements; {@link space.maneuver.catalogue.Dialect} has the differences. All times in the
 * database are microseconds since 1970-01-01T00:00 UTC.
 */
@NullMarked
package space.maneuver.catalogue;

import org.jspecify.annotations.NullMarked;

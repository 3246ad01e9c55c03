/**
 * The kept catalogue: element sets and objects, in PostgreSQL or in an embedded SQLite database.
 *
 * <p>SQLite is the embedded engine because its file format is stable across versions (that of H2
 * changed with 2.0, 2.2 and 2.4), it knows the SQL of PostgreSQL that is used here (ON CONFLICT,
 * RETURNING, row values), and with a write-ahead log and {@code synchronous=FULL} a commit that
 * returned is on the disk. Both databases run the same migrations and statements; {@link
 * space.maneuver.catalogue.Dialect} has the differences. All times in the database are microseconds
 * since 1970-01-01T00:00 UTC.
 */
@NullMarked
package space.maneuver.catalogue;

import org.jspecify.annotations.NullMarked;

package space.maneuver.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import space.maneuver.math.Wgs72;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.format.PublishedElementSet;

/** The summaries of the objects while their element sets change. */
final class ObjectStorage {

  /** Rows asked for in one statement; SQLite allows 32,766 parameters. */
  private static final int MOST_ASKED = 10_000;

  private static final double METERS = 1e3;

  private static final String INSERT =
      "insert into object (norad_id, sort_name, regime, element_sets, first_epoch, last_epoch,"
          + " perigee_km, apogee_km, inclination_deg, element_sets_revision)"
          + " values (?, '', '', 0, 0, 0, 0, 0, 0, 0) on conflict (norad_id) do nothing";

  private static final String UPDATE =
      "update object set name = ?, sort_name = ?, international_designator = ?, object_type = ?,"
          + " regime = ?, element_sets = ?, first_epoch = ?, last_epoch = ?, perigee_km = ?,"
          + " apogee_km = ?, inclination_deg = ?, due_from = ?, due_through = ?, due_since = ?,"
          + " element_sets_revision = element_sets_revision + 1 where norad_id = ?";

  private final Dialect dialect;
  private final Clock clock;

  ObjectStorage(Dialect dialect, Clock clock) {
    this.dialect = dialect;
    this.clock = clock;
  }

  /**
   * Makes concurrent transactions that change these objects wait for this one, and returns the
   * objects. Those that are new have no element sets.
   */
  Map<Integer, Summary> lock(JdbcTemplate jdbc, SortedSet<Integer> noradIds) {
    Map<Integer, Summary> found = new HashMap<>();
    read(jdbc, List.copyOf(noradIds), found);
    List<Integer> missing = noradIds.stream().filter(id -> !found.containsKey(id)).toList();
    if (!missing.isEmpty()) {
      jdbc.batchUpdate(INSERT, missing, missing.size(), (statement, id) -> statement.setInt(1, id));
      read(jdbc, missing, found);
    }
    return found;
  }

  private void read(JdbcTemplate jdbc, List<Integer> noradIds, Map<Integer, Summary> found) {
    for (int from = 0; from < noradIds.size(); from += MOST_ASKED) {
      List<Integer> some = noradIds.subList(from, Math.min(noradIds.size(), from + MOST_ASKED));
      String places = String.join(",", Collections.nCopies(some.size(), "?"));
      jdbc.query(
          "select * from object where norad_id in ("
              + places
              + ") order by norad_id"
              + dialect.forUpdate(),
          row -> {
            Summary summary = Summary.of(row);
            found.put(summary.noradId, summary);
          },
          some.toArray());
    }
  }

  /** Writes what changed, and marks the objects as due for the search. */
  void update(JdbcTemplate jdbc, Map<Integer, Summary> objects, Collection<ObjectChange> changes) {
    long now = Micros.of(clock.instant());
    List<Summary> changed =
        changes.stream()
            .filter(change -> change.newest() != null)
            .map(change -> Objects.requireNonNull(objects.get(change.noradId())).with(change, now))
            .collect(Collectors.toList());
    if (!changed.isEmpty()) {
      jdbc.batchUpdate(
          UPDATE,
          changed,
          changed.size(),
          (statement, next) -> {
            statement.setString(1, next.name);
            statement.setString(2, sortName(next.name));
            statement.setString(3, next.internationalDesignator);
            statement.setString(4, next.objectType);
            statement.setString(5, next.regime);
            statement.setLong(6, next.elementSets);
            statement.setLong(7, next.firstEpoch);
            statement.setLong(8, next.lastEpoch);
            statement.setDouble(9, next.perigeeKm);
            statement.setDouble(10, next.apogeeKm);
            statement.setDouble(11, next.inclinationDeg);
            statement.setObject(12, next.dueFrom);
            statement.setObject(13, next.dueThrough);
            statement.setObject(14, next.dueSince);
            statement.setInt(15, next.noradId);
          });
    }
  }

  static @Nullable Long nullable(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  /** A name as it is sorted and searched. */
  static String sortName(@Nullable String name) {
    return name == null ? "" : name.toUpperCase(Locale.ROOT);
  }

  /**
   * What the element sets of an object say about it.
   *
   * @param firstEpoch microseconds since 1970, as all times
   */
  record Summary(
      int noradId,
      @Nullable String name,
      @Nullable String internationalDesignator,
      @Nullable String objectType,
      String regime,
      long elementSets,
      long firstEpoch,
      long lastEpoch,
      double perigeeKm,
      double apogeeKm,
      double inclinationDeg,
      @Nullable Long dueFrom,
      @Nullable Long dueThrough,
      @Nullable Long dueSince) {

    static Summary of(ResultSet row) throws SQLException {
      return new Summary(
          row.getInt("norad_id"),
          row.getString("name"),
          row.getString("international_designator"),
          row.getString("object_type"),
          row.getString("regime"),
          row.getLong("element_sets"),
          row.getLong("first_epoch"),
          row.getLong("last_epoch"),
          row.getDouble("perigee_km"),
          row.getDouble("apogee_km"),
          row.getDouble("inclination_deg"),
          nullable(row, "due_from"),
          nullable(row, "due_through"),
          nullable(row, "due_since"));
    }

    /**
     * The summary after a change. Name, designator and type are those of the newest element set
     * that has them, as far as the element sets came in order.
     */
    Summary with(ObjectChange change, long now) {
      PublishedElementSet newest = Objects.requireNonNull(change.newest());
      boolean isNewest = elementSets == 0 || change.last() >= lastEpoch;
      ElementSet orbit = newest.toElementSet();
      double axis = orbit.semiMajorAxis();
      return new Summary(
          noradId,
          latest(isNewest, newest.name(), name),
          latest(isNewest, newest.internationalDesignator(), internationalDesignator),
          latest(isNewest, newest.objectType(), objectType),
          isNewest ? OrbitRegime.of(orbit).name() : regime,
          elementSets + change.added(),
          elementSets == 0 ? change.first() : Math.min(firstEpoch, change.first()),
          isNewest ? change.last() : lastEpoch,
          isNewest ? height(axis * (1 - orbit.eccentricity())) : perigeeKm,
          isNewest ? height(axis * (1 + orbit.eccentricity())) : apogeeKm,
          isNewest ? newest.elements().inclination().doubleValue() : inclinationDeg,
          dueFrom == null ? change.first() : Math.min(dueFrom, change.first()),
          dueThrough == null ? change.last() : Math.max(dueThrough, change.last()),
          dueSince == null ? now : dueSince);
    }

    /** Height above the equatorial radius, km, to the meter. */
    private static double height(double radius) {
      return Math.round((radius - Wgs72.EARTH_RADIUS) * METERS) / METERS;
    }

    private static @Nullable String latest(
        boolean isNewest, @Nullable String next, @Nullable String known) {
      if (isNewest) {
        return next == null ? known : next;
      }
      return known == null ? next : known;
    }
  }
}

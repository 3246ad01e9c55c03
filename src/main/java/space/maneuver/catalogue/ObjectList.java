package space.maneuver.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import space.maneuver.catalogue.ManeuverStorage.Conditions;
import space.maneuver.catalogue.ObjectQuery.Position;
import space.maneuver.orbit.OrbitRegime;

/** Reads objects. */
final class ObjectList {

  private static final RowMapper<CatalogueObject> ROW = ObjectList::row;
  private static final Pattern WILDCARD = Pattern.compile("([\\\\%_])");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private final Database database;

  ObjectList(Database database) {
    this.database = database;
  }

  Optional<CatalogueObject> get(int noradId) {
    return database
        .read(jdbc -> jdbc.query("select * from object where norad_id = ?", ROW, noradId))
        .stream()
        .findFirst();
  }

  /**
   * A page of a list: an object that does not change while the pages are read is on exactly one.
   *
   * @param after null: the first page
   */
  ObjectQuery.Page page(ObjectQuery query, @Nullable Position after, int limit) {
    ObjectQuery.Order order = query.order();
    List<Keyed> rows =
        database.read(
            jdbc -> {
              Conditions conditions = new Conditions();
              find(conditions, query.text());
              conditions.anyOf("regime", ManeuverStorage.names(query.regimes()));
              KeptWatchLists.restrict(conditions, jdbc, "norad_id", query.watchlist());
              if (after != null) {
                restrict(conditions, order, after);
              }
              return jdbc.query(
                  "select *, "
                      + order.key()
                      + " as sort_key from object"
                      + conditions.where()
                      + " order by "
                      + order.key()
                      + (order.isDescending() ? " desc" : "")
                      + ", norad_id limit "
                      + (limit + 1),
                  (row, number) -> new Keyed(row(row, number), row.getObject("sort_key")),
                  conditions.parameters());
            });
    List<CatalogueObject> objects =
        rows.stream().limit(limit).map(Keyed::object).collect(Collectors.toList());
    if (rows.size() <= limit) {
      return new ObjectQuery.Page(objects, null);
    }
    Keyed last = rows.get(limit - 1);
    return new ObjectQuery.Page(objects, new Position(last.key, last.object.noradId()));
  }

  /** Adds the condition that an object comes after a place in an order. */
  private static void restrict(Conditions conditions, ObjectQuery.Order order, Position after) {
    String beyond = order.isDescending() ? "<" : ">";
    // The first condition alone lets an index find the place.
    conditions.add(
        order.key()
            + " "
            + beyond
            + "= ? and ("
            + order.key()
            + " "
            + beyond
            + " ? or norad_id > ?)",
        List.of(after.key(), after.key(), after.noradId()));
  }

  /**
   * Adds the condition that a text is part of the name or the designator, or the number, of an
   * object, unless there is no text.
   */
  static void find(Conditions conditions, @Nullable String text) {
    if (text == null) {
      return;
    }
    String part = "%" + WILDCARD.matcher(ObjectStorage.sortName(text)).replaceAll("\\\\$1") + "%";
    String named =
        "sort_name like ? escape '\\' or upper(international_designator) like ? escape '\\'";
    if (NUMBER.matcher(text).matches()) {
      conditions.add(
          "(" + named + " or norad_id = ?)", List.of(part, part, Integer.parseInt(text)));
    } else {
      conditions.add("(" + named + ")", List.of(part, part));
    }
  }

  private static CatalogueObject row(ResultSet row, int number) throws SQLException {
    return new CatalogueObject(
        row.getInt("norad_id"),
        row.getString("name"),
        row.getString("international_designator"),
        row.getString("object_type"),
        OrbitRegime.valueOf(row.getString("regime")),
        row.getLong("element_sets"),
        Micros.toInstant(row.getLong("first_epoch")),
        Micros.toInstant(row.getLong("last_epoch")),
        Micros.toInstantOrNull(ObjectStorage.nullable(row, "searched_through")),
        row.getDouble("perigee_km"),
        row.getDouble("apogee_km"),
        row.getDouble("inclination_deg"),
        row.getInt("maneuvers_last_30_days"),
        probability(row),
        Micros.toInstantOrNull(ObjectStorage.nullable(row, "last_maneuver")));
  }

  private static @Nullable Double probability(ResultSet row) throws SQLException {
    double value = row.getDouble("probability_30_days");
    return row.wasNull() ? null : value;
  }

  private record Keyed(CatalogueObject object, Object key) {}
}

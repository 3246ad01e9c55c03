package space.maneuver.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
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
    List<String> conditions = new ArrayList<>();
    List<Object> parameters = new ArrayList<>();
    filter(query, conditions, parameters);
    ObjectQuery.Order order = query.order();
    if (after != null) {
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
              + " ? or norad_id > ?)");
      parameters.addAll(List.of(after.key(), after.key(), after.noradId()));
    }
    parameters.add(limit + 1);
    String sql =
        "select *, "
            + order.key()
            + " as sort_key from object"
            + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
            + " order by "
            + order.key()
            + (order.isDescending() ? " desc" : "")
            + ", norad_id limit ?";
    List<Keyed> rows =
        database.read(
            jdbc ->
                jdbc.query(
                    sql,
                    (row, number) -> new Keyed(row(row, number), row.getObject("sort_key")),
                    parameters.toArray()));
    List<CatalogueObject> objects =
        rows.stream().limit(limit).map(Keyed::object).collect(Collectors.toList());
    if (rows.size() <= limit) {
      return new ObjectQuery.Page(objects, null);
    }
    Keyed last = rows.get(limit - 1);
    return new ObjectQuery.Page(objects, new Position(last.key, last.object.noradId()));
  }

  private static void filter(ObjectQuery query, List<String> conditions, List<Object> parameters) {
    String text = query.text();
    if (text != null) {
      String part = "%" + WILDCARD.matcher(ObjectStorage.sortName(text)).replaceAll("\\\\$1") + "%";
      boolean number = NUMBER.matcher(text).matches();
      conditions.add(
          "(sort_name like ? escape '\\' or upper(international_designator) like ? escape '\\'"
              + (number ? " or norad_id = ?)" : ")"));
      parameters.add(part);
      parameters.add(part);
      if (number) {
        parameters.add(Integer.parseInt(text));
      }
    }
    if (!query.regimes().isEmpty()) {
      conditions.add(
          "regime in (" + String.join(",", Collections.nCopies(query.regimes().size(), "?")) + ")");
      query.regimes().forEach(regime -> parameters.add(regime.name()));
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

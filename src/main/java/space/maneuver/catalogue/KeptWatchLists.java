package space.maneuver.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import space.maneuver.catalogue.ManeuverStorage.Conditions;
import space.maneuver.orbit.OrbitRegime;

/**
 * The lists of objects to watch. Safe for many threads; its methods throw a {@link
 * StoreUnavailableException} if the database does not answer.
 */
public final class KeptWatchLists {

  /** Objects written in one statement. */
  private static final int BATCH = 1_000;

  private final Database database;

  KeptWatchLists(Database database) {
    this.database = database;
  }

  /**
   * A list of objects to watch: the union of three sets, evaluated whenever it is asked for.
   *
   * @param name 1 to 64 letters, digits, dots, hyphens and underscores
   * @param objects catalogue numbers, of objects that need not be known yet
   * @param regimes all objects in these regimes
   * @param query objects that this text finds, as {@link ObjectQuery#text()}; null: none
   * @param updatedAt time at which it was given
   */
  public record WatchList(
      String name,
      SortedSet<Integer> objects,
      Set<OrbitRegime> regimes,
      @Nullable String query,
      Instant updatedAt) {}

  /** Thrown when a query names a watch list that there is not. */
  public static final class UnknownWatchListException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String name;

    UnknownWatchListException(String name) {
      super("there is no watch list " + name);
      this.name = name;
    }

    /** Name of the watch list. */
    public String name() {
      return name;
    }
  }

  /**
   * Adds a watch list, or replaces the one of this name.
   *
   * @param most greatest number of watch lists
   * @return whether there was none of this name; empty, and nothing is stored, if there are so many
   */
  public Optional<Boolean> put(WatchList list, int most) {
    return database.write(
        jdbc -> {
          holdOthersBack(jdbc);
          boolean known = remove(jdbc, list.name);
          Integer others = jdbc.queryForObject("select count(*) from watch_list", Integer.class);
          if (!known && others != null && others >= most) {
            return Optional.empty();
          }
          jdbc.update(
              "insert into watch_list (name, regimes, query, updated_at) values (?, ?, ?, ?)",
              list.name,
              list.regimes.stream().sorted().map(Enum::name).collect(Collectors.joining(",")),
              list.query,
              Micros.of(list.updatedAt));
          jdbc.batchUpdate(
              "insert into watch_list_object (watch_list, norad_id) values (?, ?)",
              list.objects,
              BATCH,
              (statement, noradId) -> {
                statement.setString(1, list.name);
                statement.setInt(2, noradId);
              });
          return Optional.of(!known);
        });
  }

  /** The watch list of a name. */
  public Optional<WatchList> find(String name) {
    return read("where l.name = ?", name).stream().findFirst();
  }

  /** All watch lists, in the order of their names. */
  public List<WatchList> all() {
    return read("");
  }

  /**
   * Removes a watch list.
   *
   * @return false if there is none of this name
   */
  public boolean delete(String name) {
    return database.write(
        jdbc -> {
          holdOthersBack(jdbc);
          return remove(jdbc, name);
        });
  }

  /** Makes other transactions that change watch lists wait until the end of this one. */
  private static void holdOthersBack(JdbcTemplate jdbc) {
    jdbc.update("update feed set last_seq = last_seq where id = 1");
  }

  private static boolean remove(JdbcTemplate jdbc, String name) {
    jdbc.update("delete from watch_list_object where watch_list = ?", name);
    return jdbc.update("delete from watch_list where name = ?", name) > 0;
  }

  /** Reads lists with their objects in one statement, which sees one state of both. */
  private List<WatchList> read(String where, Object... parameters) {
    Map<String, WatchList> lists = new LinkedHashMap<>();
    database.read(
        jdbc -> {
          jdbc.query(
              "select l.name, l.regimes, l.query, l.updated_at, o.norad_id from watch_list l"
                  + " left join watch_list_object o on o.watch_list = l.name "
                  + where
                  + " order by l.name",
              row -> {
                String name = row.getString("name");
                WatchList list = lists.get(name);
                if (list == null) {
                  list =
                      new WatchList(
                          name,
                          new TreeSet<>(),
                          regimes(row.getString("regimes")),
                          row.getString("query"),
                          Micros.toInstant(row.getLong("updated_at")));
                  lists.put(name, list);
                }
                Long noradId = ObjectStorage.nullable(row, "norad_id");
                if (noradId != null) {
                  list.objects.add(noradId.intValue());
                }
              },
              parameters);
          return lists;
        });
    return List.copyOf(lists.values());
  }

  private static Set<OrbitRegime> regimes(String names) {
    return Arrays.stream(names.split(","))
        .filter(name -> !name.isEmpty())
        .map(OrbitRegime::valueOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Adds the condition that a column is the number of an object of a watch list, unless there is no
   * name.
   *
   * @throws UnknownWatchListException if there is no such list
   */
  static void restrict(
      Conditions conditions, JdbcTemplate jdbc, String column, @Nullable String name) {
    if (name == null) {
      return;
    }
    Row list =
        jdbc
            .query(
                "select regimes, query from watch_list where name = ?",
                (row, number) -> new Row(regimes(row.getString("regimes")), row.getString("query")),
                name)
            .stream()
            .findFirst()
            .orElseThrow(() -> new UnknownWatchListException(name));
    List<String> any = new ArrayList<>();
    List<Object> parameters = new ArrayList<>();
    any.add("select norad_id from watch_list_object where watch_list = ?");
    parameters.add(name);
    if (!list.regimes.isEmpty()) {
      Conditions regimes = new Conditions();
      regimes.anyOf("regime", ManeuverStorage.names(list.regimes));
      any.add("select norad_id from object" + regimes.where());
      parameters.addAll(List.of(regimes.parameters()));
    }
    if (list.query != null) {
      Conditions text = new Conditions();
      ObjectList.find(text, list.query);
      any.add("select norad_id from object" + text.where());
      parameters.addAll(List.of(text.parameters()));
    }
    conditions.add(column + " in (" + String.join(" union ", any) + ")", parameters);
  }

  private record Row(Set<OrbitRegime> regimes, @Nullable String query) {}
}

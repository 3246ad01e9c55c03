package space.maneuver.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A division of satellites for cross-validation, so that each is evaluated by a model that never
 * saw it.
 *
 * @param folds at least one; no satellite is evaluated twice
 */
public record Folds(List<Fold> folds) {

  private static final int DEFAULT_FOLDS = 4;

  /**
   * The satellites of one model.
   *
   * @param evaluated names of the held-out satellites, at least one
   * @param training names of all others, sorted; a satellite in no fold is trained on in every fold
   */
  public record Fold(List<String> evaluated, List<String> training) {

    private static Fold of(List<String> evaluated, SortedSet<String> known) {
      return new Fold(
          List.copyOf(evaluated),
          known.stream().filter(name -> !evaluated.contains(name)).toList());
    }
  }

  /**
   * Reads a folds file in UTF-8 with {@link #parse}.
   *
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException as {@link #parse}
   */
  public static Folds read(Path file, Collection<String> known) throws IOException {
    return parse(Files.readAllLines(file), known);
  }

  /**
   * Parses folds, one per line, satellites separated by commas. Blank lines and space around names
   * are ignored.
   *
   * @param known names that may occur
   * @throws IllegalArgumentException if a name is unknown, repeated or missing, with line and
   *     value, or if there is no fold
   */
  public static Folds parse(List<String> lines, Collection<String> known) {
    SortedSet<String> names = new TreeSet<>(known);
    Map<String, Integer> lineOf = new HashMap<>();
    List<Fold> folds = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      List<String> evaluated = new ArrayList<>();
      for (String part : lines.get(i).split(",", -1)) {
        String name = part.strip();
        check(name, i + 1, names, lineOf);
        evaluated.add(name);
      }
      folds.add(Fold.of(evaluated, names));
    }
    if (folds.isEmpty()) {
      throw new IllegalArgumentException("the folds file has no fold");
    }
    return new Folds(List.copyOf(folds));
  }

  private static void check(
      String name, int line, SortedSet<String> known, Map<String, Integer> lineOf) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("folds, line " + line + ": a name is missing");
    }
    if (!known.contains(name)) {
      throw new IllegalArgumentException(
          "folds, line %d: unknown satellite \"%s\"; known are %s"
              .formatted(line, name, String.join(", ", known)));
    }
    Integer earlier = lineOf.putIfAbsent(name, line);
    if (earlier != null) {
      throw new IllegalArgumentException(
          "folds, line %d: satellite \"%s\" already occurs in line %d"
              .formatted(line, name, earlier));
    }
  }

  /**
   * Returns a single fold that holds out all satellites, for a training on simulated histories
   * only.
   *
   * @throws IllegalArgumentException if there is no satellite
   */
  public static Folds allHeldOut(Collection<String> known) {
    SortedSet<String> names = new TreeSet<>(known);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("no satellite to evaluate");
    }
    return new Folds(List.of(Fold.of(List.copyOf(names), names)));
  }

  /**
   * Returns the default folds: satellites sorted by name are dealt out in turn to four folds, or to
   * one fold each if there are at most four.
   *
   * @throws IllegalArgumentException if there is no satellite
   */
  public static Folds byName(Collection<String> known) {
    SortedSet<String> names = new TreeSet<>(known);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("no satellite to evaluate");
    }
    List<List<String>> groups = new ArrayList<>();
    for (int i = 0; i < Math.min(DEFAULT_FOLDS, names.size()); i++) {
      groups.add(new ArrayList<>());
    }
    int next = 0;
    for (String name : names) {
      groups.get(next++ % groups.size()).add(name);
    }
    return new Folds(groups.stream().map(group -> Fold.of(group, names)).toList());
  }
}

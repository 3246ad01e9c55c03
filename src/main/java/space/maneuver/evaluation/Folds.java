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
 * How satellites are divided, so that each is evaluated by a model that never saw it.
 *
 * @param folds at least one; no satellite is evaluated twice
 */
public record Folds(List<Fold> folds) {

  private static final int DEFAULT_FOLDS = 4;

  /**
   * One model of the evaluation.
   *
   * @param evaluated satellites held out, at least one
   * @param training all other known satellites, sorted by name; those in no fold train in every one
   */
  public record Fold(List<String> evaluated, List<String> training) {

    private static Fold of(List<String> evaluated, SortedSet<String> known) {
      return new Fold(
          List.copyOf(evaluated),
          known.stream().filter(name -> !evaluated.contains(name)).toList());
    }
  }

  /**
   * Reads a folds file in UTF-8, as {@link #parse} does.
   *
   * @throws IOException when the file cannot be read
   * @throws IllegalArgumentException as {@link #parse}
   */
  public static Folds read(Path file, Collection<String> known) throws IOException {
    return parse(Files.readAllLines(file), known);
  }

  /**
   * Reads folds: one a line, satellites separated by commas. Blank lines and the space around names
   * are ignored.
   *
   * @param known names that may occur
   * @throws IllegalArgumentException when a name is unknown, repeated or missing, naming line and
   *     value; when there is no fold
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
      throw new IllegalArgumentException("no fold in the folds file");
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
          "folds, line %d: satellite \"%s\" was already in line %d".formatted(line, name, earlier));
    }
  }

  /**
   * All satellites held out at once, so that nothing is left to train on but what is simulated.
   *
   * @throws IllegalArgumentException when there is no satellite
   */
  public static Folds allHeldOut(Collection<String> known) {
    SortedSet<String> names = new TreeSet<>(known);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("no satellite to evaluate");
    }
    return new Folds(List.of(Fold.of(List.copyOf(names), names)));
  }

  /**
   * Folds without a file: satellites sorted by name are dealt out in turn to four folds; to one
   * each, when there are no more than four.
   *
   * @throws IllegalArgumentException when there is no satellite
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

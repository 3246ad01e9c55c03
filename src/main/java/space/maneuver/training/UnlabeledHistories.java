package space.maneuver.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import space.maneuver.orbit.History;

/**
 * Real histories without published burns, as a catalogue holds them. Cross-validation deals them
 * out by catalogue number, so that every object is scored by a network that was not trained on it.
 *
 * @param passive objects that never maneuver, by name of their group; an object is in one group
 * @param active satellites that may maneuver at unknown times; none of them is passive
 */
public record UnlabeledHistories(SortedMap<String, List<History>> passive, List<History> active) {

  public static final UnlabeledHistories NONE = of(Map.of(), List.of());

  /** Knuth's multiplicative hash, so that neighbors in the catalogue are dealt out evenly. */
  private static final int GOLDEN = 0x9E3779B9;

  public UnlabeledHistories {
    SortedMap<String, List<History>> copy = new TreeMap<>();
    passive.forEach((group, histories) -> copy.put(group, List.copyOf(histories)));
    passive = Collections.unmodifiableSortedMap(copy);
    active = List.copyOf(active);
  }

  /**
   * Collects histories. An object in several groups stays in the first one by name, and one that is
   * passive is left out of the active ones.
   */
  public static UnlabeledHistories of(Map<String, List<History>> passive, List<History> active) {
    Set<Integer> known = new HashSet<>();
    SortedMap<String, List<History>> groups = new TreeMap<>();
    new TreeMap<>(passive)
        .forEach(
            (group, histories) ->
                groups.put(
                    group, histories.stream().filter(each -> known.add(each.noradId())).toList()));
    return new UnlabeledHistories(
        groups, active.stream().filter(each -> !known.contains(each.noradId())).toList());
  }

  public boolean isEmpty() {
    return allPassive().isEmpty() && active.isEmpty();
  }

  /** Returns the catalogue numbers of all objects. */
  public Set<Integer> noradIds() {
    return Stream.concat(allPassive().stream(), active.stream())
        .map(History::noradId)
        .collect(Collectors.toSet());
  }

  /** Returns the passive objects of all groups. */
  public List<History> allPassive() {
    return passive.values().stream().flatMap(List::stream).toList();
  }

  /** Returns the histories of other objects than these. */
  public UnlabeledHistories without(Set<Integer> noradIds) {
    return where(noradId -> !noradIds.contains(noradId));
  }

  /** Returns the histories that the network of a fold may train on. */
  public UnlabeledHistories trainedOn(int fold, int folds) {
    return where(noradId -> fold(noradId, folds) != fold);
  }

  /** Returns the histories that the network of a fold is scored on. */
  public UnlabeledHistories heldOut(int fold, int folds) {
    return where(noradId -> fold(noradId, folds) == fold);
  }

  /** Returns a fingerprint of all element sets. */
  public String digest() {
    return new DataDigest().add(this).hex();
  }

  private static int fold(int noradId, int folds) {
    return (noradId * GOLDEN >>> 16) % folds;
  }

  private UnlabeledHistories where(IntPredicate kept) {
    SortedMap<String, List<History>> groups = new TreeMap<>();
    passive.forEach((group, histories) -> groups.put(group, where(histories, kept)));
    return new UnlabeledHistories(groups, where(active, kept));
  }

  private static List<History> where(List<History> histories, IntPredicate kept) {
    List<History> some = new ArrayList<>(histories);
    some.removeIf(each -> !kept.test(each.noradId()));
    return some;
  }
}

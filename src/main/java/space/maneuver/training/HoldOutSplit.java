package space.maneuver.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.bundle.TrainingRecord.TrainingData;
import space.maneuver.orbit.label.LabelledHistory;

/**
 * Histories divided into those to train on and those to try the network on.
 *
 * @param real to train on, with published burns
 * @param simulated to train on
 * @param heldOut of both
 * @param protocol what was held out, for a person
 */
record HoldOutSplit(
    List<LabelledHistory> real,
    List<LabelledHistory> simulated,
    List<LabelledHistory> heldOut,
    String protocol) {

  private static final int ONE_OF = 4;

  /**
   * Holds out every fourth history of each sort that the network cannot have seen before.
   *
   * @param from bundle that the training goes on from; null for fresh weights
   */
  static HoldOutSplit draw(
      List<LabelledHistory> real,
      List<LabelledHistory> simulated,
      @Nullable ModelBundle from,
      long seed) {
    List<LabelledHistory> seen = from == null ? List.of() : seen(real, from);
    // A bundle does not say which simulated histories it was trained on, and a seed draws the same.
    boolean simulatedSeen = from != null && from.training().simulatedHistories() > 0;
    List<LabelledHistory> heldOut = new ArrayList<>(drawn(real, seen, seed));
    heldOut.addAll(drawn(simulated, simulatedSeen ? simulated : List.of(), seed));
    return new HoldOutSplit(
        without(real, heldOut),
        without(simulated, heldOut),
        heldOut,
        (heldOut.isEmpty()
                ? "Nothing was held out of training, for too few histories."
                : "Held out of training: " + names(heldOut) + ".")
            + (from == null || seen.isEmpty()
                ? ""
                : " Not held out, because %s %s was trained on them: %s."
                    .formatted(from.name(), from.version(), names(seen))));
  }

  private static List<LabelledHistory> seen(List<LabelledHistory> real, ModelBundle from) {
    Set<Integer> numbers =
        from.training().data().stream().map(TrainingData::noradId).collect(Collectors.toSet());
    return real.stream().filter(each -> numbers.contains(each.history().noradId())).toList();
  }

  private static List<LabelledHistory> drawn(
      List<LabelledHistory> all, List<LabelledHistory> seen, long seed) {
    List<LabelledHistory> unseen = new ArrayList<>(without(all, seen));
    Collections.shuffle(unseen, new Random(seed));
    return unseen.subList(0, unseen.size() / ONE_OF);
  }

  private static List<LabelledHistory> without(
      List<LabelledHistory> all, List<LabelledHistory> others) {
    return all.stream().filter(each -> !others.contains(each)).toList();
  }

  private static String names(List<LabelledHistory> histories) {
    return histories.stream().map(LabelledHistory::name).collect(Collectors.joining(", "));
  }
}

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
 * A division of histories into those to train on and those held out.
 *
 * @param real histories with published burns to train on
 * @param simulated simulated histories to train on
 * @param heldOut held-out histories of both kinds
 * @param protocol what was held out, in prose
 */
record HoldOutSplit(
    List<LabelledHistory> real,
    List<LabelledHistory> simulated,
    List<LabelledHistory> heldOut,
    String protocol) {

  private static final int ONE_OF = 4;

  /**
   * Holds out every fourth history of each kind, among those that the network cannot have seen.
   *
   * @param from bundle to fine-tune; null for fresh weights
   */
  static HoldOutSplit draw(
      List<LabelledHistory> real,
      List<LabelledHistory> simulated,
      @Nullable ModelBundle from,
      long seed) {
    List<LabelledHistory> seen = from == null ? List.of() : seen(real, from);
    // A bundle does not record its simulated histories, and the same seed draws the same ones.
    boolean simulatedSeen = from != null && from.training().simulatedHistories() > 0;
    List<LabelledHistory> heldOut = new ArrayList<>(drawn(real, seen, seed));
    heldOut.addAll(drawn(simulated, simulatedSeen ? simulated : List.of(), seed));
    return new HoldOutSplit(
        without(real, heldOut),
        without(simulated, heldOut),
        heldOut,
        (heldOut.isEmpty()
                ? "Nothing was held out of training, because there are too few histories."
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

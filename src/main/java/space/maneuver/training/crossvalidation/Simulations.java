package space.maneuver.training.crossvalidation;

import java.util.ArrayList;
import java.util.List;
import space.maneuver.orbit.label.LabelledHistory;

/** The simulated histories of an evaluation. */
public interface Simulations {

  /** Without any. */
  Simulations NONE = of(List.of(), List.of());

  /**
   * Histories to train on besides real ones.
   *
   * @param real what a network is trained on; noise may be taken from it
   */
  List<LabelledHistory> toTrainOn(List<LabelledHistory> real);

  /**
   * Histories without burns to count false alarms on.
   *
   * @param leftOut satellites that the network did not see; noise may be taken from them
   * @param part which part of all such histories, from 0 on
   * @param parts how many there are
   */
  List<LabelledHistory> withoutBurns(List<LabelledHistory> leftOut, int part, int parts);

  /**
   * The same for every network.
   *
   * @param training to train on
   * @param passive without burns, dealt out in turn
   */
  static Simulations of(List<LabelledHistory> training, List<LabelledHistory> passive) {
    return new Simulations() {
      @Override
      public List<LabelledHistory> toTrainOn(List<LabelledHistory> real) {
        return training;
      }

      @Override
      public List<LabelledHistory> withoutBurns(
          List<LabelledHistory> leftOut, int part, int parts) {
        List<LabelledHistory> own = new ArrayList<>();
        for (int i = part; i < passive.size(); i += parts) {
          own.add(passive.get(i));
        }
        return own;
      }
    };
  }
}

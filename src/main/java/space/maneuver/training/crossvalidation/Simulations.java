package space.maneuver.training.crossvalidation;

import java.util.ArrayList;
import java.util.List;
import space.maneuver.orbit.label.LabelledHistory;

/** The simulated histories, and the planted burns, of an evaluation. */
public interface Simulations {

  /** No simulated histories. */
  Simulations NONE = of(List.of(), List.of());

  /**
   * Returns histories to train on in addition to real ones.
   *
   * @param real real histories that the network is trained on, whose noise may be used
   */
  List<LabelledHistory> toTrainOn(List<LabelledHistory> real);

  /**
   * Returns histories without burns to count false alarms on.
   *
   * @param leftOut held-out satellites, whose noise may be used
   * @param part index of the part of all such histories, from 0
   * @param parts number of parts
   */
  List<LabelledHistory> withoutBurns(List<LabelledHistory> leftOut, int part, int parts);

  /** Returns real histories with one planted burn each, of different names, to be scored only. */
  default List<LabelledHistory> planted() {
    return List.of();
  }

  /** Returns these simulations with real histories into which burns were planted. */
  default Simulations withPlanted(List<LabelledHistory> planted) {
    Simulations simulated = this;
    return new Simulations() {
      @Override
      public List<LabelledHistory> toTrainOn(List<LabelledHistory> real) {
        return simulated.toTrainOn(real);
      }

      @Override
      public List<LabelledHistory> withoutBurns(
          List<LabelledHistory> leftOut, int part, int parts) {
        return simulated.withoutBurns(leftOut, part, parts);
      }

      @Override
      public List<LabelledHistory> planted() {
        return planted;
      }
    };
  }

  /**
   * Returns simulations that are the same for every network.
   *
   * @param training histories to train on
   * @param passive histories without burns, dealt out in turn
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

package space.maneuver.training;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.label.LabelledHistory;

/**
 * The regimes of which a fine-tuning sees nothing, and in which its network changes all the same.
 */
final class RegimesWithoutData {

  private RegimesWithoutData() {}

  /**
   * Names them, for a person; empty when there is none.
   *
   * @param from bundle that the training goes on from
   */
  static String of(List<LabelledHistory> real, List<LabelledHistory> simulated, ModelBundle from) {
    EnumSet<OrbitRegime> without = EnumSet.allOf(OrbitRegime.class);
    Stream.concat(real.stream(), simulated.stream())
        .filter(each -> !each.burns().isEmpty())
        .forEach(each -> without.remove(each.history().regime()));
    return without.isEmpty()
        ? ""
        : ("No history with burns in %s: what goes on from %s %s answers differently there too, and"
                + " how well is not measured. Compare both on satellites of these regimes.")
            .formatted(
                without.stream().map(OrbitRegime::name).collect(Collectors.joining(", ")),
                from.name(),
                from.version());
  }
}

package space.maneuver.training.crossvalidation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.label.LabelledHistory;

/** The control of an evaluation: as many burns as there are, but at other times. */
final class ShuffledLabels {

  private ShuffledLabels() {}

  /** Burns drawn evenly from the time between the first one and the last one. */
  static LabelledHistory of(LabelledHistory history, SplittableRandom random) {
    List<Burn> burns = history.burns();
    if (burns.isEmpty()) {
      return history;
    }
    Instant first = burns.get(0).start();
    Duration span = Duration.between(first, burns.get(burns.size() - 1).start());
    List<Burn> elsewhere =
        burns.stream()
            .map(burn -> moved(burn, first.plusSeconds(within(span, random.nextDouble()))))
            .toList();
    return new LabelledHistory(history.name(), history.history(), elsewhere);
  }

  private static long within(Duration span, double share) {
    return (long) (share * span.toSeconds());
  }

  private static Burn moved(Burn burn, Instant start) {
    Instant end = start.plus(Duration.between(burn.start(), burn.end()));
    return new Burn(start, end, burn.burns(), burn.radial(), burn.alongTrack(), burn.crossTrack());
  }
}

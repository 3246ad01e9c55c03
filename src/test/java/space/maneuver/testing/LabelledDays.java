package space.maneuver.testing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import space.maneuver.evaluation.metrics.events.LabelledBurn;
import space.maneuver.evaluation.metrics.events.LabelledSatellite;
import space.maneuver.orbit.OrbitRegime;

/** Satellites with burns for a scorer: no element sets, only their times, which are days. */
public final class LabelledDays {

  private LabelledDays() {}

  public static LabelledBurn burn(double start) {
    return burn(start, start);
  }

  public static LabelledBurn burn(double start, double end) {
    return new LabelledBurn(start, end, Double.NaN);
  }

  public static LabelledSatellite of(String name, List<Double> epochs, LabelledBurn... burns) {
    return new LabelledSatellite(name, OrbitRegime.LEO, Arrays.asList(burns), epochs);
  }

  /** An element set at 00:00 of each of the first days. */
  public static List<Double> daily(int days) {
    return IntStream.range(0, days).mapToObj(day -> (double) day).toList();
  }
}

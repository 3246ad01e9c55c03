package space.maneuver.math;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.hipparchus.stat.StatUtils;
import org.jspecify.annotations.Nullable;

/**
 * Confidence intervals by the two-stage bootstrap (Davison and Hinkley, "Bootstrap Methods and
 * their Application", 1997, section 3.8): satellites are drawn with replacement and within each of
 * them blocks of a year, since results close in time are correlated (Kuensch 1989).
 */
public final class Bootstrap {

  /** Length of a block, d. */
  public static final double BLOCK_DAYS = 365.25;

  private static final int DRAWS = 200;
  private static final long SEED = 1;
  private static final double LOW = 2.5;
  private static final double HIGH = 97.5;

  private Bootstrap() {}

  /**
   * Computes the intervals of several figures from the same draws.
   *
   * @param satellites blocks of each satellite
   * @param figures computes the figures of the drawn blocks by name; null where they are too few
   * @return intervals by name, without figures that more than half of the draws lack; empty if
   *     there are fewer than two blocks
   */
  public static <B> Map<String, Interval> intervals(
      List<List<B>> satellites, Function<List<B>, Map<String, @Nullable Double>> figures) {
    List<List<B>> usable = satellites.stream().filter(blocks -> !blocks.isEmpty()).toList();
    Map<String, List<Double>> drawn = new LinkedHashMap<>();
    if (usable.stream().mapToInt(List::size).sum() > 1) {
      SplittableRandom random = new SplittableRandom(SEED);
      for (int draw = 0; draw < DRAWS; draw++) {
        figures
            .apply(draw(usable, random))
            .forEach(
                (name, value) -> {
                  if (value != null) {
                    drawn.computeIfAbsent(name, unseen -> new ArrayList<>()).add(value);
                  }
                });
      }
    }
    Map<String, Interval> intervals = new LinkedHashMap<>();
    drawn.forEach(
        (name, values) -> {
          if (2 * values.size() >= DRAWS) {
            double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
            intervals.put(
                name,
                new Interval(StatUtils.percentile(all, LOW), StatUtils.percentile(all, HIGH)));
          }
        });
    return intervals;
  }

  private static <B> List<B> draw(List<List<B>> satellites, SplittableRandom random) {
    List<B> drawn = new ArrayList<>();
    for (int s = 0; s < satellites.size(); s++) {
      List<B> blocks = satellites.get(random.nextInt(satellites.size()));
      for (int b = 0; b < blocks.size(); b++) {
        drawn.add(blocks.get(random.nextInt(blocks.size())));
      }
    }
    return drawn;
  }
}

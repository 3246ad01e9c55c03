package space.maneuver.math;

import java.util.Collections;
import java.util.List;
import org.hipparchus.stat.StatUtils;
import org.jspecify.annotations.Nullable;

/**
 * The median of a sample with its uncertainty.
 *
 * @param count number of values
 * @param median null without values
 * @param interval 95 % interval, see {@link Bootstrap}; null if there is only one block of values
 */
public record SampleMedian(int count, @Nullable Double median, @Nullable Interval interval) {

  private static final double MIDDLE = 50;
  private static final String NAME = "median";

  /**
   * Computes the median of all values.
   *
   * @param satellites values by satellite and block, the units of resampling
   */
  public static SampleMedian of(List<List<List<Double>>> satellites) {
    List<List<Double>> blocks = satellites.stream().flatMap(List::stream).toList();
    int count = blocks.stream().mapToInt(List::size).sum();
    return new SampleMedian(
        count,
        median(blocks),
        Bootstrap.intervals(satellites, drawn -> Collections.singletonMap(NAME, median(drawn)))
            .get(NAME));
  }

  private static @Nullable Double median(List<List<Double>> blocks) {
    double[] values =
        blocks.stream().flatMap(List::stream).mapToDouble(Double::doubleValue).toArray();
    return values.length == 0 ? null : StatUtils.percentile(values, MIDDLE);
  }
}

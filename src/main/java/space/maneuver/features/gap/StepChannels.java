package space.maneuver.features.gap;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import space.maneuver.features.gap.GapChannel.GapValues;
import space.maneuver.features.gap.MeanElements.Element;
import space.maneuver.math.Medians;
import space.maneuver.math.SortedWindow;

/**
 * Steps of the mean elements between medians before and after a gap. A step includes the local
 * drift (drag, or the drift of a geostationary satellite) between the medians, which is removed
 * before scaling.
 */
final class StepChannels {

  private static final Map<GapChannel, Element> ELEMENTS =
      new EnumMap<>(
          Map.of(
              GapChannel.STEP_AXIS_2, Element.AXIS,
              GapChannel.STEP_AXIS_3, Element.AXIS,
              GapChannel.STEP_AXIS_5, Element.AXIS,
              GapChannel.STEP_INCLINATION, Element.INCLINATION,
              GapChannel.STEP_NODE, Element.NODE,
              GapChannel.STEP_H, Element.H,
              GapChannel.STEP_K, Element.K));

  /**
   * The steps of one channel.
   *
   * @param spans time between the medians, d
   * @param settled steps less the drift as known at each gap
   */
  private record Jumps(MedianSteps of, double[] spans, double[] settled) {}

  private final GapValues values;
  private final Map<GapChannel, Jumps> jumps = new EnumMap<>(GapChannel.class);

  /** Computes the steps, drift included, and stores them in {@code values}. */
  StepChannels(double[] days, Cadence cadence, MeanElements mean, GapValues values) {
    this.values = values;
    Map<Element, MedianSteps> elements = new EnumMap<>(Element.class);
    for (Element element : Element.values()) {
      elements.put(element, new MedianSteps(days, cadence, mean, element));
    }
    ELEMENTS.forEach(
        (channel, element) -> {
          MedianSteps of = Objects.requireNonNull(elements.get(element));
          double[] spans = new double[days.length];
          double[] settled = new double[days.length];
          for (int k = 0; k < days.length; k++) {
            int side = channel.side(cadence, k);
            spans[k] = of.span(k, side);
            values.set(channel, k, of.jump(k, side));
            settled[k] = values.get(channel, k) - of.slope(k) * spans[k];
          }
          jumps.put(channel, new Jumps(of, spans, settled));
        });
  }

  /**
   * The values of a channel from which its scale is computed: steps less the drift as known at each
   * gap; values of other channels unchanged. Not copied.
   */
  double[] settled(GapChannel channel) {
    Jumps of = jumps.get(channel);
    return of == null ? values.column(channel) : of.settled();
  }

  /** The value of a channel at gap k: a step less the drift as known at the newest step. */
  double value(GapChannel channel, int k, int newest) {
    Jumps of = jumps.get(channel);
    double value = values.get(channel, k);
    return of == null ? value : value - of.of().slope(newest) * of.spans()[k];
  }

  /**
   * The steps of one mean element: the median of the next few steps minus the median of the last
   * few, both relative to the step after the gap.
   */
  private static final class MedianSteps {

    /** Days over which the drift is estimated, and the smallest number of gaps. */
    private static final int SLOPE_DAYS = 60;

    private static final int FEWEST_GAPS = 15;

    private final MeanElements mean;
    private final MeanElements.Element element;
    private final double[] days;
    private final double[] slopes;

    MedianSteps(double[] days, Cadence cadence, MeanElements mean, MeanElements.Element element) {
      this.days = days;
      this.mean = mean;
      this.element = element;
      double[] rates = new double[days.length];
      rates[0] = Double.NaN;
      slopes = new double[days.length];
      SortedWindow recent = new SortedWindow(rates, SLOPE_DAYS);
      for (int k = 1; k < days.length; k++) {
        rates[k] = (mean.of(element, k, k) - mean.of(element, k - 1, k)) / (days[k] - days[k - 1]);
        recent.startAt(Math.max(1, k + 1 - cadence.steps(SLOPE_DAYS, FEWEST_GAPS, k)));
        recent.add(k);
        double slope = recent.median();
        slopes[k] = Double.isNaN(slope) ? 0 : slope;
      }
    }

    /**
     * Median daily rate over the gaps of the last 60 days up to gap k, km/d; 0 if there is none.
     */
    double slope(int k) {
      return slopes[k];
    }

    /** Step at gap k over a number of steps on each side, drift included, km. */
    double jump(int k, int side) {
      if (k < side || k + side > days.length) {
        return Double.NaN;
      }
      double[] levels = new double[side];
      for (int i = 0; i < side; i++) {
        levels[i] = mean.of(element, k + i, k);
      }
      double after = median(levels);
      for (int i = 0; i < side; i++) {
        levels[i] = mean.of(element, k - 1 - i, k);
      }
      return after - median(levels);
    }

    /** Time between the medians of both sides, d; NaN where there is no step. */
    double span(int k, int side) {
      return k < side || k + side > days.length
          ? Double.NaN
          : Medians.sorting(Arrays.copyOfRange(days, k, k + side), side)
              - Medians.sorting(Arrays.copyOfRange(days, k - side, k), side);
    }

    private static double median(double[] values) {
      for (double value : values) {
        if (Double.isNaN(value)) {
          return Double.NaN;
        }
      }
      return Medians.sorting(values, values.length);
    }
  }
}

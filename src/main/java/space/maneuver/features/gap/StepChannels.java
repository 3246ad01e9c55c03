package space.maneuver.features.gap;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import space.maneuver.features.gap.MeanElements.Element;

/**
 * The jumps of the mean elements. A jump holds the local slope (drag, the drift of a geostationary
 * satellite) over the time between its two medians; what is scaled has it taken off.
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
   * One channel.
   *
   * @param spans time between the medians, d
   * @param settled jumps less the slope that each gap had at its own time
   */
  private record Jumps(MedianSteps of, double[] spans, double[] settled) {}

  private final GapValues values;
  private final Map<GapChannel, Jumps> jumps = new EnumMap<>(GapChannel.class);

  /** Computes the jumps, slope included, into the columns of their channels. */
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
   * A channel's numbers as the scale of a request sees them: jumps less the slope that each gap had
   * at its own time; other channels as they are. Not copied.
   */
  double[] settled(GapChannel channel) {
    Jumps of = jumps.get(channel);
    return of == null ? values.column(channel) : of.settled();
  }

  /** A channel's number at gap k in a request: a jump less the slope of the request's last gaps. */
  double value(GapChannel channel, int k, int newest) {
    Jumps of = jumps.get(channel);
    double value = values.get(channel, k);
    return of == null ? value : value - of.of().slope(newest) * of.spans()[k];
  }
}

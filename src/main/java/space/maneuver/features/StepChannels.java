package space.maneuver.features;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import space.maneuver.features.MeanElements.Element;

/**
 * The steps of the mean elements. A step holds the local slope (drag, the drift of a geostationary
 * satellite) over the time between its two medians; what is scaled has it taken off.
 */
final class StepChannels {

  private record Step(Element element, int side) {}

  private static final Map<GapChannel, Step> STEPS =
      new EnumMap<>(
          Map.of(
              GapChannel.STEP_AXIS_2, new Step(Element.AXIS, 2),
              GapChannel.STEP_AXIS_3, new Step(Element.AXIS, 3),
              GapChannel.STEP_AXIS_5, new Step(Element.AXIS, 5),
              GapChannel.STEP_INCLINATION, new Step(Element.INCLINATION, 3),
              GapChannel.STEP_NODE, new Step(Element.NODE, 3),
              GapChannel.STEP_H, new Step(Element.H, 3),
              GapChannel.STEP_K, new Step(Element.K, 3)));

  private final double[] days;
  private final GapValues values;
  private final Map<Element, MedianSteps> steps = new EnumMap<>(Element.class);
  private final Map<GapChannel, double[]> settled = new EnumMap<>(GapChannel.class);

  /** Computes the steps, slope included, into the columns of their channels. */
  StepChannels(double[] days, MeanElements mean, GapValues values) {
    this.days = days;
    this.values = values;
    for (Element element : Element.values()) {
      steps.put(element, new MedianSteps(days, mean, element));
    }
    STEPS.forEach((channel, step) -> settled.put(channel, fill(channel, step)));
  }

  /**
   * A channel's numbers as the scale of a request sees them: steps less the slope that each gap had
   * at its own time; other channels as they are. Not copied.
   */
  double[] settled(GapChannel channel) {
    double @Nullable [] series = settled.get(channel);
    return series == null ? values.column(channel) : series;
  }

  /** A channel's number at gap k in a request: a step less the slope of the request's last gaps. */
  double value(GapChannel channel, int k, int newest) {
    Step step = STEPS.get(channel);
    double value = values.get(channel, k);
    return step == null || Double.isNaN(value)
        ? value
        : value - slope(step, newest) * MedianSteps.span(days, k, step.side());
  }

  private double[] fill(GapChannel channel, Step step) {
    double[] series = new double[days.length];
    MedianSteps of = medianSteps(step);
    for (int k = 0; k < series.length; k++) {
      values.set(channel, k, of.step(k, step.side()));
      series[k] = value(channel, k, k);
    }
    return series;
  }

  private double slope(Step step, int newest) {
    return medianSteps(step).slope(newest);
  }

  private MedianSteps medianSteps(Step step) {
    return Objects.requireNonNull(steps.get(step.element()));
  }
}

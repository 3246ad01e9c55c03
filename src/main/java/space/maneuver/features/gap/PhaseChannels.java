package space.maneuver.features.gap;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import space.maneuver.math.TheilSen;

/** Jumps of the along-track phase and changes of its rate, as km of semi-major axis. */
final class PhaseChannels {

  /** By Kepler's third law, da = -2/3 a dn / n. */
  private static final double AXIS_BY_RATE = -2.0 / 3;

  private final Map<Integer, double[]> slopes = new HashMap<>();
  private final Map<Integer, KinkFit> linear = new HashMap<>();
  private final Map<Integer, KinkFit> quadratic = new HashMap<>();

  private final double[] days;
  private final double[] phase;

  private PhaseChannels(double[] days, double[] phase) {
    this.days = days;
    this.phase = phase;
  }

  /** Computes the phase channels into their columns. */
  static void fill(Steps steps, Cadence cadence, MeanElements mean, GapValues values) {
    PhaseSeries series = new PhaseSeries(steps);
    PhaseChannels channels = new PhaseChannels(steps.days(), series.phase());
    for (int k = 1; k < steps.size(); k++) {
      double toAxis = AXIS_BY_RATE * mean.axis(k) / series.rate(k);
      for (GapChannel channel : GapChannel.values()) {
        int side = channel.side(cadence, k);
        switch (channel.kind()) {
          case PHASE -> values.set(channel, k, toAxis * channels.slopeChange(k, side));
          case KINK -> values.set(channel, k, toAxis * channels.kink(k, side, false));
          case QUADRATIC_KINK -> values.set(channel, k, toAxis * channels.kink(k, side, true));
          case EXTRAPOLATION ->
              values.set(channel, k, mean.axis(k) * channels.jump(k, side) / cadence.typicalGap(k));
          case RESIDUAL, STEP -> {}
        }
      }
    }
  }

  private double slopeChange(int k, int side) {
    return slope(k, side) - slope(k - 1 - side, side);
  }

  /** Slope over the steps from..from+side; NaN when one of them is missing. */
  private double slope(int from, int side) {
    double[] all = slopes.computeIfAbsent(side, this::slopes);
    return from < 0 || from >= all.length ? Double.NaN : all[from];
  }

  private double[] slopes(int side) {
    double[] all = new double[Math.max(0, days.length - side)];
    Arrays.setAll(all, from -> TheilSen.slope(days, phase, from, from + side + 1));
    return all;
  }

  private double jump(int k, int side) {
    return phase[k] - phase[k - 1] - slope(k - 1 - side, side) * (days[k] - days[k - 1]);
  }

  private double kink(int k, int side, boolean withSquare) {
    return (withSquare ? quadratic : linear)
        .computeIfAbsent(side, points -> new KinkFit(points, withSquare))
        .slopeChange(days, phase, k);
  }
}

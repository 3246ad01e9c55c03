package space.maneuver.features;

import java.util.Map;

/** Jumps of the along-track phase and changes of its rate, as km of semi-major axis. */
final class PhaseChannels {

  /** By Kepler's third law, da = -2/3 a dn / n. */
  private static final double AXIS_BY_RATE = -2.0 / 3;

  private static final Map<GapChannel, Integer> SLOPES =
      Map.of(
          GapChannel.PHASE_1, 1,
          GapChannel.PHASE_2, 2,
          GapChannel.PHASE_3, 3,
          GapChannel.PHASE_5, 5,
          GapChannel.PHASE_8, 8);
  private static final Map<GapChannel, Integer> EXTRAPOLATIONS =
      Map.of(GapChannel.EXTRAPOLATION_3, 3, GapChannel.EXTRAPOLATION_5, 5);

  private final Map<GapChannel, KinkFit> kinks =
      Map.of(
          GapChannel.KINK_3, new KinkFit(3, false),
          GapChannel.KINK_5, new KinkFit(5, true),
          GapChannel.KINK_8, new KinkFit(8, true));

  private final double[] days;
  private final PhaseSeries series;
  private final MeanElements mean;

  PhaseChannels(double[] days, PhaseSeries series, MeanElements mean) {
    this.days = days;
    this.series = series;
    this.mean = mean;
  }

  /** Fills the phase channels of all gaps. */
  void fill(GapValues values) {
    for (int k = 1; k < days.length; k++) {
      int gap = k;
      double toAxis = AXIS_BY_RATE * mean.axis(k) / series.rate(k);
      SLOPES.forEach(
          (channel, side) ->
              values.set(channel, gap, toAxis * (after(gap, side) - before(gap, side))));
      EXTRAPOLATIONS.forEach(
          (channel, side) -> values.set(channel, gap, mean.axis(gap) * jump(gap, side)));
      kinks.forEach(
          (channel, fit) ->
              values.set(channel, gap, toAxis * fit.slopeChange(days, series.phase(), gap)));
    }
  }

  private double after(int k, int side) {
    return k + side < days.length
        ? TheilSen.slope(days, series.phase(), k, k + side + 1)
        : Double.NaN;
  }

  private double before(int k, int side) {
    return k - 1 - side >= 0 ? TheilSen.slope(days, series.phase(), k - 1 - side, k) : Double.NaN;
  }

  private double jump(int k, int side) {
    double[] phase = series.phase();
    return phase[k] - phase[k - 1] - before(k, side) * (days[k] - days[k - 1]);
  }
}

package space.maneuver.features.gap;

import java.util.Arrays;

/** A number for each channel and gap; NaN is missing. */
final class GapValues {

  private static final GapChannel[] CHANNELS = GapChannel.values();

  private final double[][] columns;

  /** All missing. */
  GapValues(int gaps) {
    columns = new double[CHANNELS.length][gaps];
    for (double[] column : columns) {
      Arrays.fill(column, Double.NaN);
    }
  }

  double get(GapChannel channel, int k) {
    return columns[channel.ordinal()][k];
  }

  /** Sets a number; one that is not finite becomes missing. */
  void set(GapChannel channel, int k, double value) {
    columns[channel.ordinal()][k] = Double.isFinite(value) ? value : Double.NaN;
  }

  /** The numbers of all gaps, not copied. */
  double[] column(GapChannel channel) {
    return columns[channel.ordinal()];
  }
}

package space.maneuver.features.gap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import space.maneuver.features.gap.GapChannel.GapValues;
import space.maneuver.features.window.Channel;
import space.maneuver.features.window.ChannelScaling;
import space.maneuver.features.window.FeatureSchema;
import space.maneuver.features.window.Normaliser;
import space.maneuver.features.window.Sampling;
import space.maneuver.orbit.History;

/**
 * The channels of a history with a step per element set, at most one a UTC day. They describe the
 * gap before each step in units of the object's own noise. They are computed once per history; rows
 * that end with a given step depend on no later element set, whether or not it is the last of the
 * history.
 */
public final class ElementSetFeatures {

  private static final GapChannel[] CHANNELS = GapChannel.values();
  private static final int GAP = CHANNELS.length;
  private static final int NOISE = GAP + 1;
  private static final double LONGEST_GAP = 10;

  /** The scaling of the channels of {@link #SCHEMA} and the meaning of their symbols, as prose. */
  public static final String SCALING =
      """
      A step k is the newest element set of a UTC day; isolated outliers are left out. The channels \
      F1da to kq8 are computed in km and scaled by the object's own noise: sign(z) ln(1 + |z|) with \
      z = (x - median of the last steps(60 d) gaps) / s and s = max(1.4826 MAD of the last \
      steps(180 d) gaps, 5e-4 km). A missing value is 0. m is the median of the last 20 gaps in \
      days, and 1 where that is at most 1.5. steps(D) = round(D / m), at least 1; for 60 d at least \
      15, for 180 d at least 45. a is the semi-major axis, n the mean motion, r the radius, i the \
      inclination, e the eccentricity, w the argument of perigee, O the right ascension of the node \
      and M the mean anomaly; R, T and N are the radial, transverse and normal unit vectors of the \
      orbit of step k.""";

  public static final FeatureSchema SCHEMA =
      new FeatureSchema("element-set-gaps", Sampling.PER_ELEMENT_SET, channels());

  private final History steps;
  private final double[] days;
  private final Cadence cadence;
  private final GapValues values;
  private final StepChannels jumps;
  private final TrailingScale[][] scales = new TrailingScale[CHANNELS.length][];

  private ElementSetFeatures(Steps steps) {
    this.steps = steps.history();
    days = steps.days();
    cadence = new Cadence(days);
    values = new GapValues(days.length);
    SgpResiduals.fill(steps, cadence, values);
    MeanElements mean = new MeanElements(steps);
    PhaseChannels.fill(steps, cadence, mean, values);
    jumps = new StepChannels(days, cadence, mean, values);
    for (GapChannel channel : CHANNELS) {
      scales[channel.ordinal()] =
          TrailingScale.of(
              jumps.settled(channel),
              cadence,
              k -> channel.lookAhead(cadence, k),
              channel.farthestAhead());
    }
  }

  /** Computes the channels of all gaps of a history; the first step has no gap. */
  public static ElementSetFeatures of(History history) {
    return new ElementSetFeatures(Steps.of(history));
  }

  /** Number of steps. */
  public int size() {
    return days.length;
  }

  /** Epoch of element set k, days since 1970-01-01 UTC. */
  public double epochDays(int k) {
    return days[k];
  }

  /** The normaliser of these rows, which are scaled already. */
  public static Normaliser normaliser() {
    return new Normaliser(Collections.nCopies(SCHEMA.width(), ChannelScaling.asIs()));
  }

  /** The element sets that are steps, in order; the last one is the last of the history. */
  public History steps() {
    return steps;
  }

  /**
   * Returns the rows of steps [from, to) computed from the steps up to {@code newest}. A channel is
   * 0 where it is missing or needs a later step.
   *
   * @param newest index of the newest step to use, at least {@code to - 1}
   * @return steps x channels of {@link #SCHEMA}, row-major, finite
   */
  public float[] rows(int from, int to, int newest) {
    if (from < 0 || to < from || to > newest + 1 || newest >= size()) {
      throw new IndexOutOfBoundsException(
          "rows [" + from + ", " + to + ") up to step " + newest + " of " + size());
    }
    int width = SCHEMA.width();
    float[] rows = new float[(to - from) * width];
    for (GapChannel channel : CHANNELS) {
      TrailingScale scale = scales[channel.ordinal()][newest];
      for (int k = from; k < to; k++) {
        if (k + channel.farthestAhead() <= newest || k + channel.lookAhead(cadence, k) <= newest) {
          rows[(k - from) * width + channel.ordinal()] =
              scale.apply(jumps.value(channel, k, newest));
        }
      }
    }
    double noise = scales[GapChannel.F1_AXIS.ordinal()][newest].scale();
    for (int k = from; k < to; k++) {
      int row = (k - from) * width;
      rows[row + GAP] = k == 0 ? 0 : (float) (Math.min(gap(k), LONGEST_GAP) - 1);
      rows[row + NOISE] = (float) Math.log10(1000 * noise + 0.01);
    }
    return rows;
  }

  /**
   * The along-track residual of step k against the previous step propagated by SGP4, positive if
   * ahead, in standard deviations of the object's noise up to step k; NaN where missing.
   */
  public double alongTrackResidual(int k) {
    int channel = GapChannel.F1_ALONG.ordinal();
    return scales[channel][k].standard(jumps.value(GapChannel.F1_ALONG, k, k));
  }

  /** The channels before scaling; steps of the mean elements include their drift. */
  GapValues values() {
    return values;
  }

  /** Time since the previous step in typical gaps. */
  private double gap(int k) {
    return (days[k] - days[k - 1]) / cadence.typicalGap(k);
  }

  private static List<Channel> channels() {
    List<Channel> channels = new ArrayList<>();
    for (GapChannel channel : CHANNELS) {
      channels.add(new Channel(channel.label(), "1", channel.formula(), false));
    }
    channels.add(
        new Channel(
            "gap",
            "1",
            "time since the previous step / m, at most 10, minus 1; 0 for the first step",
            false));
    channels.add(
        new Channel(
            "noise", "1", "log10(1000 s + 0.01), where s is the scale of F1da in km", false));
    return channels;
  }
}

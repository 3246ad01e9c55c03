package space.maneuver.features;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;

/**
 * The channels of a history with a step per element set: what happened in the gap before it, in
 * units of the object's own noise. Computed once per history; a request then sees no element set
 * after its newest one, whether that one is the last of the history or not.
 */
public final class ElementSetFeatures {

  private static final GapChannel[] CHANNELS = GapChannel.values();
  private static final int GAP = CHANNELS.length;
  private static final int NOISE = GAP + 1;
  private static final double LONGEST_GAP = 10;

  private static final String SCALED =
      "; in km, then sign(z) ln(1 + |z|) with z = (x - median of the last 60 gaps) / s, s = max(1.4826"
          + " MAD of the last 180 gaps, 5e-4 km); 0 where missing";

  public static final FeatureSchema SCHEMA =
      new FeatureSchema("element-set-gaps", Sampling.PER_ELEMENT_SET, channels());

  private final double[] days;
  private final GapValues values;
  private final StepChannels steps;

  private ElementSetFeatures(double[] days, GapValues values, StepChannels steps) {
    this.days = days;
    this.values = values;
    this.steps = steps;
  }

  /** Computes the channels of all gaps of a history; the first element set has no gap. */
  public static ElementSetFeatures of(History history) {
    List<ElementSet> elements = history.elements();
    double[] days = elements.stream().mapToDouble(ElementSet::epochDays).toArray();
    GapValues values = new GapValues(days.length);
    SgpResiduals residuals = new SgpResiduals(elements, values);
    MeanElements mean = new MeanElements(elements, residuals);
    new PhaseChannels(days, new PhaseSeries(elements, residuals), mean).fill(values);
    return new ElementSetFeatures(days, values, new StepChannels(days, mean, values));
  }

  /** Number of element sets. */
  public int size() {
    return days.length;
  }

  /** Epoch of element set k, days since 1970-01-01 UTC. */
  public double epochDays(int k) {
    return days[k];
  }

  /** For rows that are ready for the network. */
  public static Normaliser normaliser() {
    return new Normaliser(Collections.nCopies(SCHEMA.width(), ChannelScaling.asIs()));
  }

  /**
   * The rows of element sets [from, to), as a request sees them that ends with element set {@code
   * newest}. A channel is 0 where it is missing or needs an element set after that one.
   *
   * @param newest index of the request's newest element set, at least {@code to - 1}
   * @return rows of {@link #SCHEMA}'s channels, one after the other, finite
   */
  public float[] rows(int from, int to, int newest) {
    if (from < 0 || to < from || to > newest + 1 || newest >= size()) {
      throw new IndexOutOfBoundsException(
          "rows " + from + " to " + to + " of a request up to " + newest + " of " + size());
    }
    int width = SCHEMA.width();
    float[] rows = new float[(to - from) * width];
    for (GapChannel channel : CHANNELS) {
      TrailingScale scale = TrailingScale.of(steps.settled(channel), newest, channel.lookAhead());
      int end = Math.min(to, newest - channel.lookAhead() + 1);
      for (int k = from; k < end; k++) {
        rows[(k - from) * width + channel.ordinal()] = scale.apply(steps.value(channel, k, newest));
      }
    }
    double noise = TrailingScale.of(values.column(GapChannel.F1_AXIS), newest, 0).scale();
    for (int k = from; k < to; k++) {
      int row = (k - from) * width;
      rows[row + GAP] = k == 0 ? 0 : (float) (Math.min(days[k] - days[k - 1], LONGEST_GAP) - 1);
      rows[row + NOISE] = (float) Math.log10(1000 * noise + 0.01);
    }
    return rows;
  }

  /** The channels before scaling, steps with their slope. */
  GapValues values() {
    return values;
  }

  private static List<Channel> channels() {
    List<Channel> channels = new ArrayList<>();
    for (GapChannel channel : CHANNELS) {
      channels.add(new Channel(channel.label(), "1", channel.formula() + SCALED, false));
    }
    channels.add(
        new Channel(
            "gap", "d", "time since the elset before, at most 10 d, minus 1 d; 0 of none", false));
    channels.add(
        new Channel("noise", "1", "log10(1000 s + 0.01) with the scale s of F1da in km", false));
    return channels;
  }
}

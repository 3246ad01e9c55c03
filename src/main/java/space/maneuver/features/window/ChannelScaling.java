package space.maneuver.features.window;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How one channel becomes a network input of order one: y = sign(z) ln(1 + |z|) with z = (x -
 * centre) / scale; a missing x gives 0.
 *
 * @param kind where centre and scale come from
 * @param centre in the channel's unit; 0 for {@link Kind#WINDOW}
 * @param scale in the channel's unit, positive; for {@link Kind#WINDOW} the least scale allowed
 */
public record ChannelScaling(Kind kind, double centre, double scale) {

  /** Where centre and scale come from. */
  public enum Kind {
    /**
     * The window's own median, and 1.4826 times its median absolute deviation but at least {@code
     * scale}: the object's own noise is the unit, and nothing outside the window matters.
     */
    @JsonProperty("window")
    WINDOW,
    /** As written in the bundle. */
    @JsonProperty("fixed")
    FIXED,
    /** Already scaled and compressed: y = x. */
    @JsonProperty("as-is")
    AS_IS,
    /** The bundle was trained without this channel: always 0. */
    @JsonProperty("unused")
    UNUSED
  }

  public ChannelScaling {
    if (!Double.isFinite(centre) || !(scale > 0) || Double.isInfinite(scale)) {
      throw new IllegalArgumentException(
          "centre must be finite and scale positive, but they are " + centre + " and " + scale);
    }
  }

  public static ChannelScaling window(double floor) {
    return new ChannelScaling(Kind.WINDOW, 0, floor);
  }

  public static ChannelScaling fixed(double centre, double scale) {
    return new ChannelScaling(Kind.FIXED, centre, scale);
  }

  public static ChannelScaling asIs() {
    return new ChannelScaling(Kind.AS_IS, 0, 1);
  }

  public static ChannelScaling unused() {
    return new ChannelScaling(Kind.UNUSED, 0, 1);
  }
}

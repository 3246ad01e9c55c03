package space.maneuver.features.window;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Scales a channel to a network input of order one: y = sign(z) ln(1 + |z|) with z = (x - centre) /
 * scale; a missing x gives 0.
 *
 * @param kind source of centre and scale
 * @param centre in the channel's unit; 0 for {@link Kind#WINDOW}
 * @param scale in the channel's unit, positive; for {@link Kind#WINDOW} the smallest scale
 */
public record ChannelScaling(Kind kind, double centre, double scale) {

  /** Source of centre and scale. */
  public enum Kind {
    /**
     * The median of the window, and 1.4826 times its median absolute deviation but at least {@code
     * scale}: the unit is the object's own noise, estimated within the window alone.
     */
    @JsonProperty("window")
    WINDOW,
    /** Fixed in the bundle. */
    @JsonProperty("fixed")
    FIXED,
    /** None, for channels already scaled: y = x. */
    @JsonProperty("as-is")
    AS_IS,
    /** None, for channels that the bundle was trained without: y = 0. */
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

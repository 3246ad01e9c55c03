package space.maneuver.orbit;

/**
 * How the element sets that follow a burn show it. An element set is fitted to observations of some
 * days, so that it describes the new orbit only in part at first.
 *
 * @param span length of a batch fit, d: element sets are least-squares lines through the kink, read
 *     at the end of a window of this length; 0 for none
 * @param delay element sets younger than this still describe the orbit before the burn, d; later
 *     ones describe the new orbit, if there is no span all at once
 */
public record BurnResponse(double span, double delay) {

  /** Element sets show a burn at once. */
  public static final BurnResponse IMMEDIATE = new BurnResponse(0, 0);

  private static final double SETTLED_SHARE = 0.8;

  /**
   * @throws IllegalArgumentException if span or delay is negative
   */
  public BurnResponse {
    if (!(span >= 0) || !(delay >= 0)) {
      throw new IllegalArgumentException(
          "span and delay must be at least 0 d, not " + span + " and " + delay);
    }
  }

  /**
   * Returns the share of the change of the rate that an element set shows, 0 to 1.
   *
   * @param days time since the burn, d; may be negative
   */
  public double rate(double days) {
    if (days <= delay || days <= 0) {
      return 0;
    }
    if (days >= span) {
      return 1;
    }
    double share = days / span;
    return share * share * (3 - 2 * share);
  }

  /**
   * Returns the phase that an element set shows, as days at the change of the rate.
   *
   * @param days time since the burn, d; may be negative
   */
  public double phase(double days) {
    if (days <= delay || days <= 0) {
      return 0;
    }
    if (days >= span) {
      return days;
    }
    double share = days / span;
    return span * share * share * (2 - share);
  }

  /** Returns the days after the burn from which element sets show about nine tenths of it. */
  public double settled() {
    return Math.max(delay, SETTLED_SHARE * span);
  }
}

package space.maneuver.detection.reconstruction;

/**
 * How the element sets that follow a burn show it. An element set is fitted to observations of some
 * days, so that it describes the new orbit only in part at first.
 *
 * @param span length of a batch fit, d: element sets are least-squares lines through the kink, read
 *     at the end of a window of this length; 0 for none
 * @param delay element sets younger than this still describe the orbit before the burn, d; later
 *     ones describe the new orbit at once
 */
record BurnResponse(double span, double delay) {

  private static final double SETTLED_SHARE = 0.8;

  /** Rate shown a number of days after the burn, as a share of the change of the rate. */
  double rate(double days) {
    if (days <= delay || days <= 0) {
      return 0;
    }
    if (days >= span) {
      return 1;
    }
    double share = days / span;
    return share * share * (3 - 2 * share);
  }

  /** Phase shown a number of days after the burn, as days at the change of the rate. */
  double phase(double days) {
    if (days <= delay || days <= 0) {
      return 0;
    }
    if (days >= span) {
      return days;
    }
    double share = days / span;
    return span * share * share * (2 - share);
  }

  /** Days after the burn from which element sets show at least nine tenths of it. */
  double settled() {
    return Math.max(delay, SETTLED_SHARE * span);
  }
}

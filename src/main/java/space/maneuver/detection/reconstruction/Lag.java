package space.maneuver.detection.reconstruction;

import java.util.List;
import space.maneuver.detection.reconstruction.Weighted.Outcome;
import space.maneuver.orbit.BurnResponse;

/**
 * How far element sets lag behind burns, and how far the gap that a network names lies from the
 * burn: the prior of a {@link BurnPosterior}. Fitted to detections of the eleven satellites with
 * published burns, by networks that did not see them; the constants themselves were not held out.
 *
 * @param temper exponent of the likelihood, 0 to 1, since errors of neighboring element sets are
 *     correlated
 * @param early prior of times before the gap
 * @param late prior of times after it
 * @param bluntShare share of a second, wider distribution, so that the 90 % interval contains the
 *     burn in about 90 % of the cases
 * @param bluntTemper factor of the exponent in that distribution
 * @param fewestAfter smallest number of element sets after the gap that date a burn
 * @param growth of the noise of a phase per day, see {@link ResponseFit}
 * @param responses with the share of burns that have each
 */
record Lag(
    double temper,
    Side early,
    Side late,
    double bluntShare,
    double bluntTemper,
    double growth,
    int fewestAfter,
    Weighted<BurnResponse> responses) {

  static final Lag LEO =
      new Lag(
          0.475,
          new Side(0.19, 0.108),
          new Side(0.27, 0.252),
          0.041,
          0.065,
          0.2,
          1,
          responses(0.264, 0.283, 0.039, 0.009, 0.286, 0.119));

  /** Fitted to geosynchronous satellites; used for all regimes but LEO. */
  static final Lag DEEP_SPACE =
      new Lag(
          0.287,
          new Side(4.31, 0.791),
          new Side(0.403, 0.167),
          0.845,
          0.438,
          0,
          2,
          responses(0.076, 0.403, 0.261, 0.053, 0.071, 0.136));

  private static final Side NAMED = new Side(0.25, 0.05);

  /**
   * The density of a time outside the gap, relative to that inside.
   *
   * @param scale of its exponential decrease, d
   * @param floor far from the gap
   */
  record Side(double scale, double floor) {
    double density(double beyond) {
      return (1 - floor) * Math.exp(-beyond / scale) + floor;
    }
  }

  /** Returns this lag with a prior close to the gap that the network names. */
  Lag named() {
    return new Lag(temper, NAMED, NAMED, bluntShare, bluntTemper, growth, fewestAfter, responses);
  }

  /** Logarithm of the prior density of a time, d from the middle of a gap of a half length. */
  double logPrior(double time, double half) {
    double beyond = Math.max(0, Math.abs(time) - half);
    return Math.log((time < 0 ? early : late).density(beyond));
  }

  private static Weighted<BurnResponse> responses(
      double atOnce,
      double halfDay,
      double dayAndAHalf,
      double fitOf3AndAHalfDays,
      double fitOf5Days,
      double fitOf10Days) {
    return new Weighted<>(
        List.of(
            new Outcome<>(BurnResponse.IMMEDIATE, atOnce),
            new Outcome<>(new BurnResponse(0, 0.5), halfDay),
            new Outcome<>(new BurnResponse(0, 1.5), dayAndAHalf),
            new Outcome<>(new BurnResponse(3.5, 0), fitOf3AndAHalfDays),
            new Outcome<>(new BurnResponse(5, 0), fitOf5Days),
            new Outcome<>(new BurnResponse(10, 0), fitOf10Days)));
  }
}

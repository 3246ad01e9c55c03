package space.maneuver.detection.reconstruction;

import java.util.List;
import space.maneuver.orbit.BurnResponse;

/**
 * The time of a burn, or of a campaign, whose burns are estimated together; days since 1970-01-01
 * UTC.
 *
 * @param time best estimate; of a campaign, that of its surest burn
 * @param earliest start of the 90 % credible interval
 * @param latest end of the interval
 * @param burns number of burns
 * @param first best estimate for the first burn
 * @param last best estimate for the last burn
 * @param hypotheses likely times and responses
 * @param settled expected days after the last burn from which element sets describe the new orbit
 */
record BurnTime(
    double time,
    double earliest,
    double latest,
    int burns,
    double first,
    double last,
    Weighted<Hypothesis> hypotheses,
    double settled) {

  BurnTime(
      double time,
      double earliest,
      double latest,
      int burns,
      double first,
      double last,
      Weighted<Hypothesis> hypotheses) {
    this(
        time,
        earliest,
        latest,
        burns,
        first,
        last,
        hypotheses,
        hypotheses.mean(hypothesis -> hypothesis.response().settled()));
  }

  /** A time of a burn, days since 1970, and how element sets show it. */
  record Hypothesis(double time, BurnResponse response) {}

  /** The time of a single burn. */
  static BurnTime of(double time, double earliest, double latest, Weighted<Hypothesis> hypotheses) {
    return new BurnTime(time, earliest, latest, 1, time, time, hypotheses);
  }

  /**
   * The time of a campaign.
   *
   * @param members ascending, at least one
   * @param surest one of them
   */
  static BurnTime campaign(List<BurnTime> members, BurnTime surest) {
    return new BurnTime(
        surest.time,
        members.stream().mapToDouble(BurnTime::earliest).min().orElseThrow(),
        members.stream().mapToDouble(BurnTime::latest).max().orElseThrow(),
        members.size(),
        members.get(0).time,
        members.get(members.size() - 1).time,
        Weighted.mixture(members.stream().map(BurnTime::hypotheses).toList()));
  }
}

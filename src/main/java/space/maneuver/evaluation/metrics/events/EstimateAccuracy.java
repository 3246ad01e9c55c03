package space.maneuver.evaluation.metrics.events;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import space.maneuver.detection.reconstruction.Maneuver.DeltaV;
import space.maneuver.math.SampleMedian;
import space.maneuver.math.Share;

/**
 * Errors of the time, type and delta-v of the reported hits. Time figures count every hit with an
 * {@link Estimate}; type and delta-v figures count hits on single burns, that is events of one burn
 * and one thrust, with a published delta-v above 0.
 *
 * @param timeErrorHours time between estimate and start of the event, h
 * @param intervalHours length of the 90 % interval, h
 * @param intervalContainsEvent share of the intervals that contain some part of the event
 * @param typeRight share of single burns whose type is the published one; an unknown type is wrong
 * @param deltaVEstimated share of single burns of 5 mm/s and more that have an estimated delta-v
 * @param deltaVWrong share of single burns of 2 mm/s and more with an estimate whose total is wrong
 *     by more than a factor of 2, or whose along-track sign is wrong where that component is the
 *     largest
 * @param withinTwoSigma share of single burns with an estimate whose published delta-v is at most
 *     two of its standard deviations away
 */
public record EstimateAccuracy(
    SampleMedian timeErrorHours,
    SampleMedian intervalHours,
    Share intervalContainsEvent,
    Share typeRight,
    Share deltaVEstimated,
    Share deltaVWrong,
    Share withinTwoSigma) {

  private static final double LEAST_ESTIMATED = 0.005;
  private static final double LEAST_COMPARED = 0.002;

  /**
   * Computes the figures over all satellites.
   *
   * @param threshold lowest score of a detection that counts
   */
  public static EstimateAccuracy of(
      List<DetectedSatellite> satellites, MatchMode mode, double threshold) {
    List<List<List<EstimatedHit>>> blocks = new ArrayList<>();
    for (DetectedSatellite satellite : satellites) {
      blocks.add(EstimatedHit.blocks(satellite, mode, threshold));
    }
    List<EstimatedHit> hits = blocks.stream().flatMap(List::stream).flatMap(List::stream).toList();
    return new EstimateAccuracy(
        median(blocks, EstimatedHit::timeErrorHours),
        median(blocks, EstimatedHit::intervalHours),
        share(hits, EstimatedHit::intervalContainsEvent),
        share(singleBurns(hits, 0), EstimatedHit::typeIsRight),
        share(singleBurns(hits, LEAST_ESTIMATED), EstimatedHit::hasDeltaV),
        shareOfEstimates(singleBurns(hits, LEAST_COMPARED), EstimatedHit::isWrong),
        shareOfEstimates(singleBurns(hits, 0), EstimatedHit::isWithinTwoSigma));
  }

  private static SampleMedian median(
      List<List<List<EstimatedHit>>> blocks, ToDoubleFunction<EstimatedHit> figure) {
    return SampleMedian.of(
        blocks.stream()
            .map(satellite -> satellite.stream().map(block -> values(block, figure)).toList())
            .toList());
  }

  private static List<Double> values(
      List<EstimatedHit> hits, ToDoubleFunction<EstimatedHit> figure) {
    return hits.stream().map(figure::applyAsDouble).toList();
  }

  private static List<EstimatedHit> singleBurns(List<EstimatedHit> hits, double least) {
    return hits.stream().filter(hit -> hit.isSingleBurnFrom(least)).toList();
  }

  private static Share share(List<EstimatedHit> hits, Predicate<EstimatedHit> property) {
    return Share.of((int) hits.stream().filter(property).count(), hits.size());
  }

  private static Share shareOfEstimates(
      List<EstimatedHit> hits, BiPredicate<EstimatedHit, DeltaV> property) {
    int estimates = 0;
    int count = 0;
    for (EstimatedHit hit : hits) {
      DeltaV deltaV = hit.estimate().deltaV();
      if (deltaV != null) {
        estimates++;
        count += property.test(hit, deltaV) ? 1 : 0;
      }
    }
    return Share.of(count, estimates);
  }
}

package space.maneuver.evaluation.metrics.events;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.reconstruction.Maneuver.DeltaV;
import space.maneuver.detection.reconstruction.Maneuver.Type;

/**
 * A hit that describes its maneuver.
 *
 * @param event the event that was hit
 * @param time estimated time, days since 1970-01-01T00:00 UTC
 * @param estimate interval, type and delta-v
 */
record EstimatedHit(Event event, double time, Estimate estimate) {

  private static final double HOURS_PER_DAY = 24;
  private static final double FACTOR = 2;

  /** Returns the hits of a satellite with an {@link Estimate}, in blocks of about a year. */
  static List<List<EstimatedHit>> blocks(
      DetectedSatellite satellite, MatchMode mode, double threshold) {
    EventTruth truth = new EventTruth(satellite.satellite());
    int count = truth.blocks();
    List<List<EstimatedHit>> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      blocks.add(new ArrayList<>());
    }
    satellite
        .hits(mode, threshold)
        .forEach(
            hit -> {
              Estimate estimate = hit.detection().estimate();
              Event event = hit.found();
              if (estimate != null) {
                blocks
                    .get(truth.part(event.start(), count))
                    .add(new EstimatedHit(event, hit.detection().time(), estimate));
              }
            });
    return blocks;
  }

  /** Returns the time between the estimate and the start of the event, h. */
  double timeErrorHours() {
    return HOURS_PER_DAY * Math.abs(time - event.start());
  }

  double intervalHours() {
    return HOURS_PER_DAY * estimate.widthDays();
  }

  boolean intervalContainsEvent() {
    return estimate.covers(event);
  }

  /** Returns |estimated - published| / published; null if one of them is unknown. */
  @Nullable Double relativeError() {
    DeltaV deltaV = estimate.deltaV();
    double published = event.deltaV();
    return deltaV == null || !(published > 0)
        ? null
        : Math.abs(deltaV.total() - published) / published;
  }

  boolean hasDeltaV() {
    return estimate.deltaV() != null;
  }

  /** Returns whether the event is a single burn of at least this published delta-v, m/s. */
  boolean isSingleBurnFrom(double least) {
    return event.isSingle() && event.deltaV() > 0 && event.deltaV() >= least;
  }

  boolean typeIsRight() {
    return estimate.type() == event.type();
  }

  /**
   * Returns whether the estimated delta-v is more than twice or less than half of the published
   * one, or raises the orbit where a burn along the track lowered it or the reverse.
   */
  boolean isWrong(DeltaV deltaV) {
    double ratio = deltaV.total() / event.deltaV();
    boolean reversed =
        event.type() == Type.IN_TRACK && deltaV.alongTrack() * event.alongTrack() < 0;
    return ratio > FACTOR || ratio < 1 / FACTOR || reversed;
  }

  /** Returns whether the published delta-v is at most two standard deviations away. */
  boolean isWithinTwoSigma(DeltaV deltaV) {
    return Math.abs(deltaV.total() - event.deltaV()) <= 2 * deltaV.sigma();
  }
}

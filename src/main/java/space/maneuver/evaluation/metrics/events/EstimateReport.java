package space.maneuver.evaluation.metrics.events;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.StatUtils;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.reconstruction.Maneuver.Type;

/**
 * How well the reported detections that hit describe their maneuvers.
 *
 * @param hits number of detections that found an event and say more than time and score
 * @param intervalCoverage share of them whose interval holds some part of the event; null of none
 * @param medianIntervalHours median length of the intervals, h; null of none
 * @param deltaVErrors by published size, ascending; sizes without hits are left out
 * @param types hits by published type, then by reported type; events of unknown type are left out
 */
public record EstimateReport(
    int hits,
    @Nullable Double intervalCoverage,
    @Nullable Double medianIntervalHours,
    List<DeltaVError> deltaVErrors,
    Map<Type, Map<Type, Integer>> types) {

  private static final double HOURS_PER_DAY = 24;
  private static final double MIDDLE = 50;

  /**
   * The error of the estimated size.
   *
   * @param from least published delta-v, m/s
   * @param to delta-v below which they lie, m/s; null for no bound
   * @param hits detections that found such an event
   * @param estimated those of them that give a delta-v
   * @param medianRelativeError of these, |estimated - published| / published; null of none
   */
  public record DeltaVError(
      @Nullable Double from,
      @Nullable Double to,
      int hits,
      int estimated,
      @Nullable Double medianRelativeError) {}

  private record Described(Event event, Estimate estimate) {
    @Nullable Double relativeError() {
      Double deltaV = estimate.deltaV();
      double published = event.deltaV();
      return deltaV == null || !(published > 0) ? null : Math.abs(deltaV - published) / published;
    }
  }

  /**
   * The report over all satellites.
   *
   * @param threshold least score of a detection that counts
   */
  public static EstimateReport of(
      List<DetectedSatellite> satellites, MatchMode mode, double threshold) {
    List<Described> hits = new ArrayList<>();
    for (DetectedSatellite satellite : satellites) {
      satellite
          .hits(mode, threshold)
          .forEach(
              hit -> {
                Estimate estimate = hit.detection().estimate();
                if (estimate != null) {
                  hits.add(new Described(hit.found(), estimate));
                }
              });
    }
    long covered = hits.stream().filter(hit -> hit.estimate().covers(hit.event())).count();
    return new EstimateReport(
        hits.size(),
        hits.isEmpty() ? null : (double) covered / hits.size(),
        median(hits, hit -> HOURS_PER_DAY * hit.estimate().widthDays()),
        deltaVErrors(hits),
        types(hits));
  }

  private static List<DeltaVError> deltaVErrors(List<Described> hits) {
    return DeltaVBin.all().stream()
        .filter(bin -> bin.from() != null)
        .map(bin -> error(bin, hits.stream().filter(hit -> bin.holds(hit.event())).toList()))
        .filter(error -> error.hits() > 0)
        .toList();
  }

  private static DeltaVError error(DeltaVBin bin, List<Described> hits) {
    double[] errors =
        hits.stream()
            .map(Described::relativeError)
            .filter(error -> error != null)
            .mapToDouble(Double::doubleValue)
            .toArray();
    Double median = errors.length == 0 ? null : StatUtils.percentile(errors, MIDDLE);
    return new DeltaVError(bin.from(), bin.to(), hits.size(), errors.length, median);
  }

  private static Map<Type, Map<Type, Integer>> types(List<Described> hits) {
    Map<Type, Map<Type, Integer>> types = new EnumMap<>(Type.class);
    for (Described hit : hits) {
      Type published = hit.event().type();
      if (published != Type.UNKNOWN) {
        types
            .computeIfAbsent(published, unseen -> new EnumMap<>(Type.class))
            .merge(hit.estimate().type(), 1, Integer::sum);
      }
    }
    return types;
  }

  private static @Nullable Double median(List<Described> hits, ToDoubleFunction<Described> figure) {
    return hits.isEmpty()
        ? null
        : StatUtils.percentile(hits.stream().mapToDouble(figure).toArray(), MIDDLE);
  }
}

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
 * How well the reported hits describe their maneuvers.
 *
 * @param hits number of hits with an {@link Estimate}
 * @param intervalCoverage share of them whose interval contains some part of the event; null
 *     without hits
 * @param medianIntervalHours median length of the intervals, h; null without hits
 * @param deltaVErrors errors by published size, ascending; sizes without hits are left out
 * @param types number of hits by published type, then by reported type; events of unknown type are
 *     left out
 */
public record EstimateReport(
    int hits,
    @Nullable Double intervalCoverage,
    @Nullable Double medianIntervalHours,
    List<DeltaVError> deltaVErrors,
    Map<Type, Map<Type, Integer>> types) {

  private static final double MIDDLE = 50;

  /**
   * The error of the estimated delta-v in a range of published delta-v.
   *
   * @param from lower bound, inclusive, m/s
   * @param to upper bound, exclusive, m/s; null for none
   * @param hits number of hits in the range
   * @param estimated number of them with an estimated delta-v
   * @param medianRelativeError median of |estimated - published| / published; null without
   *     estimates
   */
  public record DeltaVError(
      @Nullable Double from,
      @Nullable Double to,
      int hits,
      int estimated,
      @Nullable Double medianRelativeError) {}

  /**
   * Computes the report over all satellites.
   *
   * @param threshold lowest score of a detection that counts
   */
  public static EstimateReport of(
      List<DetectedSatellite> satellites, MatchMode mode, double threshold) {
    List<EstimatedHit> hits = new ArrayList<>();
    for (DetectedSatellite satellite : satellites) {
      EstimatedHit.blocks(satellite, mode, threshold).forEach(hits::addAll);
    }
    long covered = hits.stream().filter(EstimatedHit::intervalContainsEvent).count();
    return new EstimateReport(
        hits.size(),
        hits.isEmpty() ? null : (double) covered / hits.size(),
        median(hits, EstimatedHit::intervalHours),
        deltaVErrors(hits),
        types(hits));
  }

  private static List<DeltaVError> deltaVErrors(List<EstimatedHit> hits) {
    return DeltaVBin.all().stream()
        .filter(bin -> bin.from() != null)
        .map(bin -> error(bin, hits.stream().filter(hit -> bin.holds(hit.event())).toList()))
        .filter(error -> error.hits() > 0)
        .toList();
  }

  private static DeltaVError error(DeltaVBin bin, List<EstimatedHit> hits) {
    double[] errors =
        hits.stream()
            .map(EstimatedHit::relativeError)
            .filter(error -> error != null)
            .mapToDouble(Double::doubleValue)
            .toArray();
    Double median = errors.length == 0 ? null : StatUtils.percentile(errors, MIDDLE);
    return new DeltaVError(bin.from(), bin.to(), hits.size(), errors.length, median);
  }

  private static Map<Type, Map<Type, Integer>> types(List<EstimatedHit> hits) {
    Map<Type, Map<Type, Integer>> types = new EnumMap<>(Type.class);
    for (EstimatedHit hit : hits) {
      Type published = hit.event().type();
      if (published != Type.UNKNOWN) {
        types
            .computeIfAbsent(published, unseen -> new EnumMap<>(Type.class))
            .merge(hit.estimate().type(), 1, Integer::sum);
      }
    }
    return types;
  }

  private static @Nullable Double median(
      List<EstimatedHit> hits, ToDoubleFunction<EstimatedHit> figure) {
    return hits.isEmpty()
        ? null
        : StatUtils.percentile(hits.stream().mapToDouble(figure).toArray(), MIDDLE);
  }
}

package space.maneuver.evaluation.metrics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import space.maneuver.evaluation.metrics.QuietObject.Source;
import space.maneuver.orbit.OrbitRegime;

/**
 * False alarms on objects that never maneuver.
 *
 * @param source origin of the histories
 * @param objects number of histories
 * @param objectYears total length, years of 365.25 d
 * @param threshold score from which detections are reported; null if none was chosen
 * @param falseAlarms number of reported detections; null without a threshold
 * @param perObjectYear false alarms per object-year; null without a threshold
 * @param perObjectMonth false alarms per object-month; null without a threshold
 * @param objectsWithFalseAlarms number of histories with a false alarm; null without a threshold
 */
public record QuietScore(
    Source source,
    int objects,
    double objectYears,
    @Nullable Double threshold,
    @Nullable Integer falseAlarms,
    @Nullable Double perObjectYear,
    @Nullable Double perObjectMonth,
    @Nullable Integer objectsWithFalseAlarms) {

  private static final double MONTHS_PER_YEAR = 12;

  /** Computes the scores by regime, in order of source. */
  public static Map<OrbitRegime, List<QuietScore>> of(
      List<QuietObject> objects, Map<OrbitRegime, Double> thresholds) {
    Map<OrbitRegime, List<QuietScore>> scores = new EnumMap<>(OrbitRegime.class);
    for (OrbitRegime regime : OrbitRegime.values()) {
      for (Source source : Source.values()) {
        List<QuietObject> members =
            objects.stream()
                .filter(object -> object.regime() == regime && object.source() == source)
                .toList();
        if (!members.isEmpty()) {
          scores
              .computeIfAbsent(regime, unseen -> new ArrayList<>())
              .add(of(source, members, thresholds.get(regime)));
        }
      }
    }
    return scores;
  }

  private static QuietScore of(
      Source source, List<QuietObject> objects, @Nullable Double threshold) {
    double years = objects.stream().mapToDouble(QuietObject::years).sum();
    if (threshold == null) {
      return new QuietScore(source, objects.size(), years, null, null, null, null, null);
    }
    int total = 0;
    int withAny = 0;
    for (QuietObject object : objects) {
      int own = (int) object.detections().stream().filter(d -> d.score() >= threshold).count();
      total += own;
      withAny += own > 0 ? 1 : 0;
    }
    double perYear = total / years;
    return new QuietScore(
        source,
        objects.size(),
        years,
        threshold,
        total,
        perYear,
        perYear / MONTHS_PER_YEAR,
        withAny);
  }
}

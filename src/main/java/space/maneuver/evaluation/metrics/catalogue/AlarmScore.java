package space.maneuver.evaluation.metrics.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import space.maneuver.evaluation.metrics.catalogue.PassiveObject.Alarm;
import space.maneuver.math.Bootstrap;
import space.maneuver.math.Interval;
import space.maneuver.math.Rate;
import space.maneuver.orbit.OrbitRegime;

/**
 * False alarms on some of the passive objects at the shipped thresholds.
 *
 * @param objects which objects, in words
 * @param count number of objects
 * @param alarms all alarms per object-year
 * @param confirmed those that are confirmed, per object-year
 * @param perThousandObjectsAndDay alarms per 1,000 objects and day; null without time
 * @param causes number of alarms by what the semi-major axis did
 * @param windows the windows that are said to contain a burn; null for objects selected by perigee,
 *     which may change in a window
 */
public record AlarmScore(
    String objects,
    int count,
    Rate alarms,
    Rate confirmed,
    @Nullable Double perThousandObjectsAndDay,
    Map<AlarmCause, Integer> causes,
    @Nullable Windows windows) {

  /** Name of the score over all objects. */
  public static final String ALL = "all";

  /** Name of the score below {@link PerigeeBand#LOW}. */
  public static final String LOW = "below 600 km";

  private static final double THOUSAND_DAYS = 1000 / 365.25;

  /**
   * Windows of 30 days at a stride of a day.
   *
   * @param count number of windows
   * @param share share of them that is said to contain a burn, 0 to 1; null without windows
   * @param interval 95 % interval of the share from resampled objects, see {@link Bootstrap}; null
   *     of fewer than two objects
   */
  public record Windows(int count, @Nullable Double share, @Nullable Interval interval) {

    private static final String SHARE = "share";

    static Windows of(List<PassiveObject> objects, double threshold) {
      List<List<Counts>> all =
          objects.stream()
              .filter(each -> !each.windows().isEmpty())
              .map(each -> List.of(Counts.of(each.windows(), threshold)))
              .toList();
      List<Counts> flat = all.stream().flatMap(List::stream).toList();
      return new Windows(
          flat.stream().mapToInt(Counts::of).sum(),
          share(flat),
          Bootstrap.intervals(all, drawn -> Collections.singletonMap(SHARE, share(drawn)))
              .get(SHARE));
    }

    private static @Nullable Double share(List<Counts> counts) {
      double of = counts.stream().mapToInt(Counts::of).sum();
      return of == 0 ? null : counts.stream().mapToInt(Counts::yes).sum() / of;
    }

    private record Counts(int yes, int of) {
      static Counts of(List<Double> windows, double threshold) {
        int yes = (int) windows.stream().filter(each -> each >= threshold).count();
        return new Counts(yes, windows.size());
      }
    }
  }

  /**
   * Computes the scores of all objects, those with a low perigee, each group, regime and range of
   * the perigee; empty without objects.
   */
  static List<AlarmScore> of(
      List<PassiveObject> objects, Map<OrbitRegime, Double> thresholds, double window) {
    if (objects.isEmpty()) {
      return List.of();
    }
    List<AlarmScore> scores = new ArrayList<>();
    scores.add(of(ALL, objects, thresholds, window));
    scores.add(of(LOW, objects, PerigeeBand::isLow, thresholds));
    objects.stream()
        .map(PassiveObject::group)
        .distinct()
        .sorted()
        .forEach(
            group ->
                scores.add(
                    of(group, where(objects, o -> o.group().equals(group)), thresholds, window)));
    for (OrbitRegime regime : OrbitRegime.values()) {
      List<PassiveObject> own = where(objects, each -> each.regime() == regime);
      if (!own.isEmpty()) {
        scores.add(of(regime.name(), own, thresholds, window));
      }
    }
    for (PerigeeBand band : PerigeeBand.values()) {
      AlarmScore score = of("perigee " + band.label(), objects, each -> each == band, thresholds);
      if (score.count() > 0) {
        scores.add(score);
      }
    }
    return scores;
  }

  private static List<PassiveObject> where(
      List<PassiveObject> objects, Predicate<PassiveObject> wanted) {
    return objects.stream().filter(wanted).toList();
  }

  private static AlarmScore of(
      String name,
      List<PassiveObject> objects,
      Map<OrbitRegime, Double> thresholds,
      double window) {
    AlarmScore score = of(name, objects, band -> true, thresholds);
    return new AlarmScore(
        name,
        objects.size(),
        score.alarms,
        score.confirmed,
        score.perThousandObjectsAndDay,
        score.causes,
        Windows.of(objects, window));
  }

  private static AlarmScore of(
      String name,
      List<PassiveObject> objects,
      Predicate<PerigeeBand> bands,
      Map<OrbitRegime, Double> thresholds) {
    List<Alarm> alarms = new ArrayList<>();
    int count = 0;
    double years = 0;
    for (PassiveObject object : objects) {
      double threshold = Objects.requireNonNull(thresholds.get(object.regime()));
      double own = 0;
      for (Map.Entry<PerigeeBand, Double> each : object.years().entrySet()) {
        own += bands.test(each.getKey()) ? each.getValue() : 0;
      }
      years += own;
      count += own > 0 ? 1 : 0;
      object.alarms().stream()
          .filter(each -> each.score() >= threshold && bands.test(each.band()))
          .forEach(alarms::add);
    }
    Map<AlarmCause, Integer> causes = new EnumMap<>(AlarmCause.class);
    alarms.forEach(each -> causes.merge(each.cause(), 1, Integer::sum));
    Rate rate = Rate.of(alarms.size(), years);
    return new AlarmScore(
        name,
        count,
        rate,
        Rate.of((int) alarms.stream().filter(Alarm::confirmed).count(), years),
        rate.perYear() == null ? null : rate.perYear() * THOUSAND_DAYS,
        causes,
        null);
  }
}

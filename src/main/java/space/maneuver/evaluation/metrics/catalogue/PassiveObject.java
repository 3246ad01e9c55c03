package space.maneuver.evaluation.metrics.catalogue;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import space.maneuver.evaluation.metrics.events.Detection;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.OrbitRegime;

/**
 * A real object that never maneuvers, and what was detected nevertheless.
 *
 * @param group kind of object, such as "debris"
 * @param regime of its newest element set
 * @param years time covered by element sets, by perigee, in years of 365.25 d; of a gap between
 *     element sets only the first ten days count
 * @param alarms detections in any order, including those below any threshold
 * @param windows probability of a burn in each window of 30 days at a stride of a day
 */
public record PassiveObject(
    String group,
    OrbitRegime regime,
    Map<PerigeeBand, Double> years,
    List<Alarm> alarms,
    List<Double> windows) {

  private static final double LONGEST_GAP = 10;
  private static final double DAYS_PER_YEAR = 365.25;

  /**
   * A false alarm.
   *
   * @param score of the detection
   * @param confirmed whether it is confirmed, not provisional
   * @param band perigee at the first element set after it
   * @param cause what the semi-major axis did
   */
  public record Alarm(double score, boolean confirmed, PerigeeBand band, AlarmCause cause) {

    /** Returns a detection in a history as a false alarm. */
    public static Alarm of(History history, Detection detection, boolean confirmed) {
      ElementSet after =
          history.elements().stream()
              .filter(each -> each.epochDays() > detection.time())
              .findFirst()
              .orElse(history.last());
      return new Alarm(
          detection.score(),
          confirmed,
          PerigeeBand.of(PerigeeBand.perigee(after)),
          AlarmCause.of(history, detection.time()));
    }
  }

  public PassiveObject {
    // In the order of the bands, so that sums over them are repeatable.
    years = Collections.unmodifiableMap(new TreeMap<>(years));
    alarms = List.copyOf(alarms);
    windows = List.copyOf(windows);
  }

  /** Returns an object from its history. */
  public static PassiveObject of(
      String group, History history, List<Alarm> alarms, List<Double> windows) {
    Map<PerigeeBand, Double> years = new EnumMap<>(PerigeeBand.class);
    List<ElementSet> elements = history.elements();
    for (int k = 1; k < elements.size(); k++) {
      ElementSet before = elements.get(k - 1);
      double days = Math.min(elements.get(k).epochDays() - before.epochDays(), LONGEST_GAP);
      years.merge(PerigeeBand.of(PerigeeBand.perigee(before)), days / DAYS_PER_YEAR, Double::sum);
    }
    return new PassiveObject(group, history.regime(), years, alarms, windows);
  }

  /** Returns the object with other scores of detections and windows. */
  public PassiveObject rescored(DoubleUnaryOperator events, DoubleUnaryOperator ofWindows) {
    return new PassiveObject(
        group,
        regime,
        years,
        alarms.stream()
            .map(
                each ->
                    new Alarm(
                        events.applyAsDouble(each.score()),
                        each.confirmed(),
                        each.band(),
                        each.cause()))
            .toList(),
        windows.stream().map(ofWindows::applyAsDouble).toList());
  }
}

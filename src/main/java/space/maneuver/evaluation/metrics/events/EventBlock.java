package space.maneuver.evaluation.metrics.events;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * About a year of a satellite's labelled span, the unit of resampling.
 *
 * @param outcomes outcomes of the detections in it
 * @param events number of events that start in it
 * @param years length, years of 365.25 d
 */
public record EventBlock(List<Outcome> outcomes, int events, double years) {

  /** Divides the labelled span of a satellite into blocks of equal length. */
  public static List<EventBlock> of(DetectedSatellite satellite, MatchMode mode) {
    EventTruth truth = new EventTruth(satellite.satellite());
    int count = truth.blocks();
    List<List<Outcome>> outcomes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      outcomes.add(new ArrayList<>());
    }
    int[] events = new int[count];
    for (Outcome outcome : EventMatcher.match(truth, satellite.detections(), mode)) {
      outcomes.get(truth.part(outcome.detection().time(), count)).add(outcome);
    }
    truth.counted().forEach(event -> events[truth.part(event.start(), count)]++);
    List<EventBlock> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      blocks.add(new EventBlock(outcomes.get(i), events[i], truth.years() / count));
    }
    return blocks;
  }

  /** Computes the headline figures of several blocks together. */
  public static Map<String, @Nullable Double> figures(
      List<EventBlock> blocks, @Nullable Double threshold) {
    List<Outcome> outcomes = blocks.stream().flatMap(block -> block.outcomes().stream()).toList();
    int events = blocks.stream().mapToInt(EventBlock::events).sum();
    double years = blocks.stream().mapToDouble(EventBlock::years).sum();
    EventScore score =
        EventCurve.of(outcomes, events, years, EventScorer.HEADLINE.withThreshold(threshold));
    Map<String, @Nullable Double> figures = new LinkedHashMap<>();
    figures.put("F1 gap", score.bestF1().f1());
    figures.put("F1 gap at fixed threshold", score.fixed() == null ? null : score.fixed().f1());
    figures.put("recall at 1 FA/yr", score.atFalseAlarmRate().recall());
    return figures;
  }
}

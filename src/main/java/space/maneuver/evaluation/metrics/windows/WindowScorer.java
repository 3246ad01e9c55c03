package space.maneuver.evaluation.metrics.windows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import space.maneuver.evaluation.metrics.events.LabelledBurn;
import space.maneuver.evaluation.metrics.events.LabelledSatellite;
import space.maneuver.math.Bisection;
import space.maneuver.math.Bootstrap;
import space.maneuver.math.LabelledScore;

/**
 * Scores windows against published burns by the protocol of the project's reference scorer and in
 * agreement with it. A window is positive if a burn starts in it. Left out are windows that reach
 * beyond the first or last element set or label, windows with few element sets, and ambiguous
 * windows: with a burn so close to the end that no element set can show it yet, or so shortly
 * before the start that its transient is still settling.
 *
 * @param guardDays days by which start and end are moved back; a window is ambiguous if the two
 *     give different labels; 0 keeps all
 * @param minimumElementSets lowest number of element sets in a window
 */
public record WindowScorer(double guardDays, int minimumElementSets) {

  /** The settings of the protocol: a guard of 2 days and 10 element sets. */
  public static final WindowScorer PROTOCOL = new WindowScorer(2.0, 10);

  /**
   * Scores windows of one length.
   *
   * @throws IllegalArgumentException if two satellites have the same name
   */
  public WindowScores score(List<WindowedSatellite> satellites) {
    Map<Label, Integer> counts = new EnumMap<>(Label.class);
    Map<String, List<LabelledScore>> labelled = label(satellites, counts);
    Map<String, WindowScore> each = new LinkedHashMap<>();
    labelled.forEach((name, windows) -> each.put(name, WindowMetrics.of(windows)));
    return new WindowScores(
        Collections.unmodifiableMap(each),
        WindowMetrics.of(pool(labelled)),
        mean(each.values().stream().filter(score -> score.auroc() != null).toList()),
        new WindowScores.Dropped(
            counts.getOrDefault(Label.OUT_OF_SPAN, 0),
            counts.getOrDefault(Label.EMPTY, 0),
            counts.getOrDefault(Label.AMBIGUOUS, 0)));
  }

  /**
   * Returns the scores of the windows that count, with their labels, to fit and measure a
   * calibration.
   *
   * @throws IllegalArgumentException if two satellites have the same name
   */
  public List<LabelledScore> labelled(List<WindowedSatellite> satellites) {
    return pool(label(satellites, new EnumMap<>(Label.class)));
  }

  /** Returns the labelled scores of one satellite, grouped by the year in which a window starts. */
  public List<List<LabelledScore>> blocks(WindowedSatellite satellite) {
    WindowLabels labels = new WindowLabels(satellite.satellite());
    Map<Double, List<LabelledScore>> years = new TreeMap<>();
    for (ScoredWindow window : satellite.windows()) {
      Label label = labels.of(window, guardDays, minimumElementSets);
      if (label == Label.BURN || label == Label.QUIET) {
        years
            .computeIfAbsent(
                Math.floor(window.start() / Bootstrap.BLOCK_DAYS), unseen -> new ArrayList<>())
            .add(new LabelledScore(window.score(), label == Label.BURN));
      }
    }
    return List.copyOf(years.values());
  }

  private Map<String, List<LabelledScore>> label(
      List<WindowedSatellite> satellites, Map<Label, Integer> counts) {
    Map<String, List<LabelledScore>> labelled = new LinkedHashMap<>();
    for (WindowedSatellite satellite : satellites) {
      WindowLabels labels = new WindowLabels(satellite.satellite());
      List<LabelledScore> windows = new ArrayList<>();
      for (ScoredWindow window : satellite.windows()) {
        Label label = labels.of(window, guardDays, minimumElementSets);
        counts.merge(label, 1, Integer::sum);
        if (label == Label.BURN || label == Label.QUIET) {
          windows.add(new LabelledScore(window.score(), label == Label.BURN));
        }
      }
      String name = satellite.satellite().name();
      if (labelled.put(name, windows) != null) {
        throw new IllegalArgumentException("two satellites are named " + name);
      }
    }
    labelled.values().removeIf(List::isEmpty);
    return labelled;
  }

  private static List<LabelledScore> pool(Map<String, List<LabelledScore>> labelled) {
    return labelled.values().stream().flatMap(Collection::stream).toList();
  }

  private static WindowScores.@Nullable Mean mean(List<WindowScore> scores) {
    return scores.isEmpty()
        ? null
        : new WindowScores.Mean(
            mean(scores, WindowScore::prevalence),
            mean(scores, WindowScore::auroc),
            mean(scores, WindowScore::averagePrecision),
            mean(scores, WindowScore::bestF1),
            mean(scores, WindowScore::f1AtHalf),
            mean(scores, WindowScore::balancedAccuracyAtHalf));
  }

  private static double mean(List<WindowScore> scores, ToDoubleFunction<WindowScore> figure) {
    return scores.stream().mapToDouble(figure).average().orElseThrow();
  }

  /** Labels the windows of one satellite. */
  private static final class WindowLabels {
    private final double[] epochs;
    private final double[] burnStarts;
    private final double from;
    private final double until;

    WindowLabels(LabelledSatellite satellite) {
      epochs = Bisection.ascending(satellite.epochs());
      burnStarts = satellite.burns().stream().mapToDouble(LabelledBurn::start).toArray();
      from = Math.max(satellite.firstEpoch(), burnStarts[0]);
      until = Math.min(satellite.lastEpoch(), burnStarts[burnStarts.length - 1]);
    }

    Label of(ScoredWindow window, double guardDays, int minimumElementSets) {
      double start = window.start();
      double end = window.end();
      if (start < from || end > until) {
        return Label.OUT_OF_SPAN;
      }
      if (Bisection.countBelow(epochs, end) - Bisection.countBelow(epochs, start)
          < minimumElementSets) {
        return Label.EMPTY;
      }
      if (guardDays > 0 && burnIn(start - guardDays, end) != burnIn(start, end - guardDays)) {
        return Label.AMBIGUOUS;
      }
      return burnIn(start, end) ? Label.BURN : Label.QUIET;
    }

    private boolean burnIn(double start, double end) {
      return Bisection.countBelow(burnStarts, start) < Bisection.countBelow(burnStarts, end);
    }
  }

  /** The label of a window; only the first two count. */
  private enum Label {
    BURN,
    QUIET,
    OUT_OF_SPAN,
    EMPTY,
    AMBIGUOUS
  }
}

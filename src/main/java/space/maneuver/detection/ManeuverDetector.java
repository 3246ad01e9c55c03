package space.maneuver.detection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import space.maneuver.features.SolarFlux;
import space.maneuver.model.ManeuverModel;
import space.maneuver.model.ModelBundle;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.OrbitRegime;

/**
 * Finds the maneuvers of a history. The model's {@link BurnSearch} gives two element sets that a
 * burn may lie between and a score; {@link BurnReconstruction} tells when it was, and how large.
 */
public final class ManeuverDetector {

  private final ModelBundle bundle;
  private final BurnSearch search;

  /**
   * @param solarFlux of the days, used if the bundle was trained with it
   */
  public ManeuverDetector(ManeuverModel model, SolarFlux solarFlux) {
    this(model.bundle(), new WindowBatches(model), solarFlux);
  }

  /**
   * @param runner runs windows of the bundle's network
   * @param solarFlux of the days, used if the bundle was trained with it
   */
  public ManeuverDetector(ModelBundle bundle, WindowRunner runner, SolarFlux solarFlux) {
    this.bundle = bundle;
    search =
        switch (bundle.features().sampling()) {
          case DAILY -> new DailySearch(bundle, runner, bundle.solarFlux(solarFlux));
          case PER_ELEMENT_SET -> new StepSearch(bundle, runner);
        };
  }

  /**
   * Finds the maneuvers of one object. Where its element sets make that impossible, the report says
   * so in its {@link ObjectReport#error}.
   *
   * @param minConfidence least confidence listed, 0 to 1; null for the bundle's threshold of the
   *     object's regime; 0 lists every candidate
   * @throws OverloadedException when there is no room for its windows
   * @throws DeadlineExceededException when it takes longer than the caller waits
   * @throws ShuttingDownException when the service stops meanwhile
   */
  public ObjectReport detect(History history, @Nullable Double minConfidence) {
    return detect(history, minConfidence, false);
  }

  /**
   * Finds the maneuvers of one object, as {@link #detect(History, Double)}.
   *
   * @param series whether to tell what the report was made from
   */
  public ObjectReport detect(History history, @Nullable Double minConfidence, boolean series) {
    try {
      return search(history, minConfidence, series);
    } catch (RuntimeException e) {
      return unsearched(history, series, ObjectError.of(history.noradId(), e));
    }
  }

  private ObjectReport search(History history, @Nullable Double minConfidence, boolean series) {
    double shipped = Objects.requireNonNull(bundle.thresholds().event().get(history.regime()));
    double least = minConfidence != null ? minConfidence : shipped;
    List<Maneuver> maneuvers = new ArrayList<>();
    List<WindowProbability> windows = new ArrayList<>();
    SeriesBuilder built =
        series ? new SeriesBuilder(history, score -> confidence(score, history.regime())) : null;
    int elementSetsLeft = history.size();
    for (History arc : history.arcs(BurnSearch.LONGEST_GAP_DAYS)) {
      elementSetsLeft -= arc.size();
      Findings findings = search.search(arc, series);
      if (built != null) {
        ArcSeries arcSeries = findings.series();
        built.add(arcSeries == null ? ArcSeries.without(arc.size()) : arcSeries);
      }
      windows.addAll(findings.windows());
      maneuvers.addAll(maneuvers(arc, findings.candidates(), least, shipped, elementSetsLeft));
    }
    maneuvers.sort(Comparator.comparing(Maneuver::epoch));
    return report(history, maneuvers, windows, built, null);
  }

  private ObjectReport unsearched(History history, boolean series, ObjectError error) {
    SeriesBuilder built =
        series ? new SeriesBuilder(history, DoubleUnaryOperator.identity()) : null;
    if (built != null) {
      built.add(ArcSeries.without(history.size()));
    }
    return report(history, List.of(), List.of(), built, error);
  }

  private ObjectReport report(
      History history,
      List<Maneuver> maneuvers,
      List<WindowProbability> windows,
      @Nullable SeriesBuilder series,
      @Nullable ObjectError error) {
    return new ObjectReport(
        history.noradId(),
        history.name(),
        history.regime(),
        bundle.measuredRegimes().contains(history.regime()),
        history.size(),
        maneuvers,
        windows,
        series == null ? null : series.build(),
        error);
  }

  private double confidence(double score, OrbitRegime regime) {
    return bundle.eventCalibration(regime).probability(Math.log(score / (1 - score)));
  }

  /** Delta-v of each is told from those at the shipped threshold, whichever are listed. */
  private List<Maneuver> maneuvers(
      History arc, List<Candidate> candidates, double least, double shipped, int elementSetsLater) {
    List<Candidate> timed =
        candidates.stream()
            .filter(each -> confidence(each.score(), arc.regime()) >= Math.min(least, shipped))
            .toList();
    if (timed.isEmpty()) {
      return List.of();
    }
    BurnReconstruction reconstruction = new BurnReconstruction(arc);
    List<BurnTime> times =
        timed.stream().map(each -> reconstruction.time(each.before(), each.after())).toList();
    NavigableSet<Double> sure = new TreeSet<>();
    for (int i = 0; i < times.size(); i++) {
      if (confidence(timed.get(i).score(), arc.regime()) >= shipped) {
        sure.add(times.get(i).time());
      }
    }
    List<Maneuver> maneuvers = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      double confidence = confidence(timed.get(i).score(), arc.regime());
      if (confidence >= least) {
        maneuvers.add(maneuver(reconstruction, times.get(i), sure, confidence, elementSetsLater));
      }
    }
    return maneuvers;
  }

  private static Maneuver maneuver(
      BurnReconstruction reconstruction,
      BurnTime time,
      NavigableSet<Double> sure,
      double confidence,
      int elementSetsLater) {
    DeltaV deltaV = reconstruction.deltaV(time, sure);
    int since = reconstruction.elementSetsAfter(time) + elementSetsLater;
    return new Maneuver(
        instant(time.time()),
        instant(time.earliest()),
        instant(time.latest()),
        confidence,
        reconstruction.status(time, elementSetsLater),
        since,
        ManeuverType.of(deltaV),
        deltaV);
  }

  private static Instant instant(double days) {
    return ElementSet.instant(Math.round(days * ElementSet.TICKS_PER_DAY));
  }
}

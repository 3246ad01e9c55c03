package space.maneuver.detection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.ObjectReport.ObjectError;
import space.maneuver.detection.ObjectReport.ObjectNote;
import space.maneuver.detection.reconstruction.BurnReconstruction;
import space.maneuver.detection.reconstruction.BurnReconstruction.Burn;
import space.maneuver.detection.reconstruction.BurnReconstruction.Gap;
import space.maneuver.detection.reconstruction.Maneuver;
import space.maneuver.detection.reconstruction.Maneuver.DeltaV;
import space.maneuver.detection.reconstruction.Maneuver.Estimate;
import space.maneuver.detection.reconstruction.Maneuver.Kind;
import space.maneuver.detection.reconstruction.Maneuver.Status;
import space.maneuver.detection.reconstruction.Maneuver.Type;
import space.maneuver.detection.search.ArcSeries;
import space.maneuver.detection.search.BurnSearch;
import space.maneuver.detection.search.BurnSearch.Candidate;
import space.maneuver.detection.search.BurnSearch.Findings;
import space.maneuver.detection.search.DailySearch;
import space.maneuver.detection.search.StepSearch;
import space.maneuver.detection.search.WindowProbability;
import space.maneuver.features.SolarFlux;
import space.maneuver.inference.DeadlineExceededException;
import space.maneuver.inference.InProcessRunner;
import space.maneuver.inference.OverloadedException;
import space.maneuver.inference.ShuttingDownException;
import space.maneuver.inference.WindowRunner;
import space.maneuver.math.Logistic;
import space.maneuver.model.bundle.BundleReader;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.ObjectClass;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.Ticks;

/**
 * Detects the maneuvers of a history: the facade of this project, without Spring. The model's
 * {@link BurnSearch} finds pairs of element sets between which a burn may lie, each with a score;
 * {@link BurnReconstruction} estimates the burn's time, type and delta-v. Thread-safe.
 *
 * <pre>{@code
 * try (Detector detector = Detector.open("maneuver-lstm")) {
 *   detector.detect(history).maneuvers().forEach(System.out::println);
 * }
 * }</pre>
 */
public final class Detector implements AutoCloseable {

  /** Gaps of sure burns that are farther from each other do not belong to one campaign. */
  private static final Duration CAMPAIGN = Duration.ofDays(3);

  private final ModelBundle bundle;
  private final BurnSearch search;
  private final Runnable close;

  /**
   * Opens a detector with a model that is loaded for it and closed by {@link #close()}.
   *
   * @param nameOrDirectory name of a bundled model, or directory of a bundle
   * @throws space.maneuver.model.bundle.BundleException if there is none, or it cannot be run
   */
  public static Detector open(String nameOrDirectory) {
    ManeuverModel model = ManeuverModel.start(BundleReader.find(nameOrDirectory));
    return new Detector(model.bundle(), new InProcessRunner(model), SolarFlux.NONE, model::close);
  }

  /**
   * Creates a detector for a loaded model, whose network runs on the calling thread.
   *
   * @param model not closed with the detector
   * @param solarFlux F10.7 by day, used if the bundle was trained with it
   */
  public Detector(ManeuverModel model, SolarFlux solarFlux) {
    this(model.bundle(), new InProcessRunner(model), solarFlux);
  }

  /**
   * Creates a detector whose windows are run elsewhere.
   *
   * @param runner runs windows with the bundle's network; the detector is thread-safe if its runner
   *     is
   * @param solarFlux F10.7 by day, used if the bundle was trained with it
   */
  public Detector(ModelBundle bundle, WindowRunner runner, SolarFlux solarFlux) {
    this(bundle, runner, solarFlux, () -> {});
  }

  private Detector(ModelBundle bundle, WindowRunner runner, SolarFlux solarFlux, Runnable close) {
    this.bundle = bundle;
    this.close = close;
    search =
        switch (bundle.features().sampling()) {
          case DAILY -> new DailySearch(bundle, runner, bundle.solarFlux(solarFlux));
          case PER_ELEMENT_SET -> new StepSearch(bundle, runner);
        };
  }

  /** The description of the model: schema, thresholds, regimes in which it was measured. */
  public ModelBundle bundle() {
    return bundle;
  }

  /** Detects the maneuvers of an object that reach the bundle's threshold for its regime. */
  public ObjectReport detect(History history) {
    return detect(history, null);
  }

  /**
   * Detects the maneuvers of an object. If its element sets cannot be searched, {@link
   * ObjectReport#error} of the report gives the reason.
   *
   * @param minConfidence lowest confidence to list, 0 to 1; null for the bundle's threshold of the
   *     object's regime; 0 lists every candidate
   * @throws OverloadedException if the queue has no room for its windows
   * @throws DeadlineExceededException if the caller's deadline is exceeded
   * @throws ShuttingDownException if the service shuts down
   */
  public ObjectReport detect(History history, @Nullable Double minConfidence) {
    return detect(history, minConfidence, false);
  }

  /**
   * Detects the maneuvers of an object, as {@link #detect(History, Double)}.
   *
   * @param series whether to include the series on which the report is based
   */
  public ObjectReport detect(History history, @Nullable Double minConfidence, boolean series) {
    return search(new Excerpt(history, null, 0), minConfidence, series).report();
  }

  /**
   * Detects the maneuvers of a part of an object's history, as {@link #detect(History, Double)}.
   */
  public ExcerptReport detect(Excerpt excerpt, @Nullable Double minConfidence) {
    return search(excerpt, minConfidence, false);
  }

  /**
   * A part of an object's history, for a search of it.
   *
   * @param history the element sets, without a gap but where each UTC day is represented by its
   *     newest one
   * @param origin {@link ExcerptReport#origin} of an earlier search; null if there is none
   * @param later number of element sets of the object after these
   * @param from maneuvers before this time are not wanted; null: all are
   */
  public record Excerpt(History history, @Nullable Long origin, int later, @Nullable Instant from) {

    /** A part whose maneuvers are all wanted. */
    public Excerpt(History history, @Nullable Long origin, int later) {
      this(history, origin, later, null);
    }
  }

  /**
   * The result for a part of a history.
   *
   * @param report the result
   * @param origin a UTC day on which a window of the search began, in days since 1970-01-01: a
   *     search of a later part that is given it has its windows at the same places; null if there
   *     are too few element sets
   */
  public record ExcerptReport(ObjectReport report, @Nullable Long origin) {}

  private ExcerptReport search(Excerpt excerpt, @Nullable Double minConfidence, boolean series) {
    try {
      return searched(excerpt, minConfidence, series);
    } catch (RuntimeException e) {
      History history = excerpt.history();
      return new ExcerptReport(
          unsearched(history, series, ObjectError.of(history.noradId(), e)), excerpt.origin());
    }
  }

  private ExcerptReport searched(Excerpt excerpt, @Nullable Double minConfidence, boolean series) {
    History history = excerpt.history();
    double shipped = Objects.requireNonNull(bundle.thresholds().event().get(history.regime()));
    Thresholds thresholds =
        new Thresholds(minConfidence != null ? minConfidence : shipped, shipped);
    List<Maneuver> maneuvers = new ArrayList<>();
    List<WindowProbability> windows = new ArrayList<>();
    SeriesBuilder built =
        series ? new SeriesBuilder(history, score -> confidence(score, history.regime())) : null;
    int elementSetsLeft = history.size() + excerpt.later();
    Long origin = excerpt.origin();
    boolean searched = false;
    for (History arc : history.arcs(BurnSearch.LONGEST_GAP_DAYS)) {
      elementSetsLeft -= arc.size();
      Findings findings = search.search(arc, inside(arc, origin), series);
      ArcSeries arcSeries = findings == null ? null : findings.series();
      if (built != null) {
        built.add(arcSeries == null ? ArcSeries.without(arc.size()) : arcSeries);
      }
      if (findings == null) {
        continue;
      }
      searched = true;
      origin = findings.origin();
      windows.addAll(findings.windows());
      maneuvers.addAll(
          maneuvers(
              arc,
              findings.candidates(),
              thresholds,
              elementSetsLeft,
              history.last().epoch(),
              excerpt.from()));
    }
    if (!searched) {
      return new ExcerptReport(unsearched(history, series, tooFew(history.size())), origin);
    }
    List<ObjectNote> notes = notes(maneuvers);
    maneuvers.removeIf(Detector::implausible);
    maneuvers.sort(Comparator.comparing(Maneuver::epoch));
    return new ExcerptReport(report(history, maneuvers, windows, built, notes, null), origin);
  }

  private static @Nullable Long inside(History arc, @Nullable Long day) {
    return day != null && day >= arc.first().utcDay() && day <= arc.last().utcDay() ? day : null;
  }

  private ObjectError tooFew(int elementSets) {
    return new ObjectError(
        ObjectError.Code.TOO_FEW_ELEMENT_SETS,
        String.format(
            "%d element set%s too few: a search needs %s, with no gap of more than %d days",
            elementSets,
            elementSets == 1 ? " is" : "s are",
            search.needs(),
            BurnSearch.LONGEST_GAP_DAYS));
  }

  private static List<ObjectNote> notes(List<Maneuver> maneuvers) {
    return maneuvers.stream()
        .filter(Detector::implausible)
        .map(
            each ->
                new ObjectNote(
                    ObjectNote.Code.IMPLAUSIBLE_DELTA_V,
                    String.format(
                        Locale.ROOT,
                        "the change of the orbit between %s and %s would take %.0f m/s, more than the"
                            + " %.0f m/s that a spacecraft can deliver: the element sets before and"
                            + " after it probably belong to different objects",
                        each.earliest(),
                        each.latest(),
                        Objects.requireNonNull(each.deltaV()).total(),
                        DeltaV.MOST)))
        .toList();
  }

  private static boolean implausible(Maneuver maneuver) {
    return maneuver.deltaV() != null && !maneuver.deltaV().plausible();
  }

  private ObjectReport unsearched(History history, boolean series, ObjectError error) {
    SeriesBuilder built =
        series ? new SeriesBuilder(history, DoubleUnaryOperator.identity()) : null;
    if (built != null) {
      built.add(ArcSeries.without(history.size()));
    }
    return report(history, List.of(), List.of(), built, List.of(), error);
  }

  private ObjectReport report(
      History history,
      List<Maneuver> maneuvers,
      List<WindowProbability> windows,
      @Nullable SeriesBuilder series,
      List<ObjectNote> notes,
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
        notes,
        error);
  }

  private double confidence(double score, OrbitRegime regime) {
    return bundle.eventCalibration(regime).probability(Logistic.logit(score));
  }

  /** The confidence from which a maneuver is listed, and the bundle's threshold. */
  private record Thresholds(double listed, double shipped) {}

  /**
   * @param newest epoch of the object's newest element set, the latest time of a maneuver
   * @param from maneuvers before it may be left out; null: none
   */
  private List<Maneuver> maneuvers(
      History arc,
      List<Candidate> candidates,
      Thresholds thresholds,
      int elementSetsLater,
      Instant newest,
      @Nullable Instant from) {
    List<Gap> gaps = new ArrayList<>();
    Kind otherwise = canManeuver(arc) ? Kind.BURN : Kind.ANOMALY;
    for (Candidate each : candidates) {
      double confidence = confidence(each.score(), arc.regime());
      if (confidence >= Math.min(thresholds.listed(), thresholds.shipped())) {
        boolean sure = confidence >= thresholds.shipped() && !each.dragChange();
        Kind kind = each.dragChange() ? Kind.DRAG_CHANGE : otherwise;
        gaps.add(new Gap(each.before(), each.after(), confidence, sure, kind));
      }
    }
    if (gaps.isEmpty()) {
      return List.of();
    }
    gaps.sort(Comparator.comparingInt(Gap::before));
    BurnReconstruction reconstruction = new BurnReconstruction(arc);
    List<Maneuver> maneuvers = new ArrayList<>();
    for (Burn burn : reconstruction.burns(gaps, first(arc, gaps, from))) {
      if (burn.confidence() >= thresholds.listed()) {
        Estimate estimate = burn.kind() == Kind.DRAG_CHANGE ? null : burn.estimate();
        DeltaV deltaV = estimate == null ? null : estimate.deltaV();
        maneuvers.add(
            new Maneuver(
                instant(burn.time(), newest),
                instant(burn.earliest(), newest),
                instant(burn.latest(), newest),
                burn.confidence(),
                burn.confidence() >= thresholds.shipped()
                    ? reconstruction.status(burn, elementSetsLater)
                    : Status.PROVISIONAL,
                burn.elementSetsAfter() + elementSetsLater,
                burn.kind(),
                burn.burns(),
                burn.kind() == Kind.BURN ? Type.of(deltaV) : Type.UNKNOWN,
                deltaV,
                estimate == null ? null : estimate.componentSigma(),
                null));
      }
    }
    return maneuvers;
  }

  private static boolean canManeuver(History arc) {
    ObjectClass objectClass = arc.last().objectClass();
    return objectClass != ObjectClass.DEBRIS && objectClass != ObjectClass.ROCKET_BODY;
  }

  /**
   * The first gap whose burn has to be reconstructed for the maneuvers after a time: all burns of a
   * campaign are.
   *
   * @param from null: all are
   */
  private static int first(History arc, List<Gap> gaps, @Nullable Instant from) {
    if (from == null) {
      return 0;
    }
    List<ElementSet> elements = arc.elements();
    Instant needed = from.minus(CAMPAIGN);
    int first = gaps.size();
    for (int i = gaps.size() - 1; i >= 0; i--) {
      if (!elements.get(gaps.get(i).after()).epoch().isBefore(needed)) {
        first = i;
        Instant before = elements.get(gaps.get(i).before()).epoch().minus(CAMPAIGN);
        if (gaps.get(i).sure() && before.isBefore(needed)) {
          needed = before;
        }
      }
    }
    return first;
  }

  private static Instant instant(double days, Instant newest) {
    Instant instant = Ticks.instant(days);
    return instant.isAfter(newest) ? newest : instant;
  }

  /** Closes the model, if the detector loaded it. */
  @Override
  public void close() {
    close.run();
  }
}

package space.maneuver.training.crossvalidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import space.maneuver.detection.search.DelayedScan;
import space.maneuver.evaluation.Evaluation;
import space.maneuver.evaluation.EvaluationFiles;
import space.maneuver.evaluation.Folds;
import space.maneuver.evaluation.HeldOutResults;
import space.maneuver.evaluation.TrainedOn;
import space.maneuver.evaluation.metrics.QuietObject;
import space.maneuver.evaluation.metrics.SatelliteResult;
import space.maneuver.evaluation.metrics.catalogue.CatalogueResult;
import space.maneuver.evaluation.metrics.catalogue.PassiveObject;
import space.maneuver.features.SolarFlux;
import space.maneuver.orbit.History;
import space.maneuver.orbit.label.CertainSteps.Kind;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.testing.KeplerHistory;
import space.maneuver.training.NegativeControl;
import space.maneuver.training.Progress;
import space.maneuver.training.QuickTraining;
import space.maneuver.training.UnlabeledHistories;
import space.maneuver.training.loop.Checkpoints;

class CrossValidationTest {

  private static final TrainedOn TRAINED_ON =
      new TrainedOn(Map.of("quick", "no"), "small", new TreeMap<>(Map.of("a", "1f")));

  private static final LabelledHistory A = KeplerHistory.withBurns("a", 1);
  private static final LabelledHistory B = KeplerHistory.withBurns("b", 2);
  private static final LabelledHistory C = KeplerHistory.withBurns("c", 3);
  private static final int THREADS = 2;
  private static final Folds FOLDS = Folds.parse(List.of("a,b", "c"), List.of("a", "b", "c"));

  @Test
  void everySatelliteIsScoredOnceInItsFold() throws IOException {
    Set<String> tasks = new LinkedHashSet<>();

    HeldOutResults all =
        validation(false)
            .run(
                List.of(C, B, A),
                Simulations.NONE,
                CatalogueData.NONE,
                FOLDS,
                (task, step, steps, loss) -> tasks.add(task));
    Map<String, SatelliteResult> results = all.satellites();

    assertThat(tasks).containsExactly("fold 1 of 2", "fold 2 of 2");
    assertThat(all.learningCurves()).containsOnlyKeys("fold 1", "fold 2");
    assertThat(all.learningCurves().get("fold 1")).hasSize(15);
    assertThat(results).containsOnlyKeys("a", "b", "c");
    results.forEach(
        (name, result) -> {
          assertThat(result.satellite().name()).isEqualTo(name);
          assertThat(result.windowed(30).windows()).hasSize(121);
          assertThat(result.windowed(60).windows()).hasSize(91);
        });
  }

  @Test
  void labelsOfAHeldOutSatelliteDoNotAffectItsScores() throws IOException {
    List<LabelledHistory> moved = List.of(relabelled(A, B), B, C);

    Map<String, SatelliteResult> plain = run(List.of(A, B, C), List.of(), false);
    Map<String, SatelliteResult> changed = run(moved, List.of(), false);

    assertThat(windows(changed, "a")).isEqualTo(windows(plain, "a"));
    assertThat(detections(changed, "a")).isEqualTo(detections(plain, "a"));
    assertThat(windows(changed, "b")).isEqualTo(windows(plain, "b"));
    assertThat(windows(changed, "c")).isNotEqualTo(windows(plain, "c"));
  }

  @Test
  void elementSetsOfAHeldOutSatelliteDoNotAffectOthersInItsFold() throws IOException {
    LabelledHistory other =
        new LabelledHistory("a", KeplerHistory.withBurns("a", 11).history(), A.burns());

    Map<String, SatelliteResult> plain = run(List.of(A, B, C), List.of(), false);
    Map<String, SatelliteResult> changed = run(List.of(other, B, C), List.of(), false);

    assertThat(windows(changed, "b")).isEqualTo(windows(plain, "b"));
    assertThat(windows(changed, "c")).isNotEqualTo(windows(plain, "c"));
  }

  @Test
  void shuffledLabelsTrainAnotherNetwork() throws IOException {
    Map<String, SatelliteResult> plain = run(List.of(A, B, C), List.of(), false);
    Map<String, SatelliteResult> shuffled = run(List.of(A, B, C), List.of(), true);

    for (String name : plain.keySet()) {
      assertThat(windows(shuffled, name)).isNotEqualTo(windows(plain, name));
      assertThat(result(shuffled, name).satellite()).isEqualTo(result(plain, name).satellite());
    }
  }

  @Test
  void simulatedHistoriesTrainInEveryFold() throws IOException {
    Map<String, SatelliteResult> plain = run(List.of(A, B, C), List.of(), false);
    Map<String, SatelliteResult> more =
        run(List.of(A, B, C), List.of(KeplerHistory.withBurns("simulated", 4)), false);

    assertThat(more).containsOnlyKeys("a", "b", "c");
    for (String name : plain.keySet()) {
      assertThat(windows(more, name)).isNotEqualTo(windows(plain, name));
    }
  }

  @Test
  void evaluationIsReadBackAsItWasWritten(@TempDir Path directory) throws IOException {
    Map<String, SatelliteResult> results = run(List.of(A, B, C), List.of(), false);

    Evaluation evaluation =
        EvaluationFiles.write(
            directory, "by hand", heldOut(results), Map.of("a", A, "b", B, "c", C), TRAINED_ON);

    Evaluation read = Evaluation.read(directory.resolve("evaluation.json"));
    assertThat(read.tuning()).isEqualTo(evaluation.tuning());
    assertThat(read.protocol()).isEqualTo("by hand");
    assertThat(read.trainedOn()).isEqualTo(TRAINED_ON);
    assertThat(Evaluation.read(directory.resolve("thresholds.json")))
        .isEqualTo(read.withoutLearningCurves());
    assertThat(read.tables()).isEqualTo(evaluation.tables()).contains("LEO");
    Path old = directory.resolveSibling("old.json");
    Files.writeString(
        old,
        Files.readString(directory.resolve("thresholds.json"))
            .replaceFirst("(?s)\"catalogue\" : \\{.*?\\},", ""));
    assertThat(old).content().doesNotContain("catalogue");
    assertThat(Evaluation.read(old).tuning()).isEqualTo(evaluation.tuning());
    assertThat(Evaluation.read(old).catalogue()).isEmpty();
    assertThat(names(directory))
        .containsExactly(
            "a.detections.json",
            "b.detections.json",
            "c.detections.json",
            "evaluation.json",
            "report.html",
            "report.md",
            "thresholds.json",
            "windows-30.jsonl",
            "windows-60.jsonl");
    List<String> lines = Files.readAllLines(directory.resolve("windows-60.jsonl"));
    assertThat(lines).hasSize(3 * 91);
    assertThat(lines.get(0))
        .contains(
            "\"window_start\":\"2020-01-01T00:00:00Z\"", "\"window_end\":\"2020-03-01T00:00:00Z\"");
    assertThat(directory.resolve("report.md")).content().contains("by hand", "LEO");
  }

  @Test
  void perGapModelIsAlsoScoredInContextAndByDelay(@TempDir Path directory) throws IOException {
    Map<String, SatelliteResult> results =
        new CrossValidation(
                QuickTraining.perGap(1, 3),
                SolarFlux.NONE,
                NegativeControl.NONE,
                Checkpoints.NONE,
                THREADS)
            .run(List.of(A, B, C), Simulations.NONE, CatalogueData.NONE, FOLDS, Progress.SILENT)
            .satellites();

    Evaluation evaluation =
        EvaluationFiles.write(
            directory, "by hand", heldOut(results), Map.of("a", A, "b", B, "c", C), TRAINED_ON);

    SatelliteResult result = result(results, "a");
    assertThat(result.windowsInContext()).containsOnlyKeys(30, 60);
    assertThat(result.windowedInContext(30).windows()).hasSize(121);
    assertThat(result.windowedInContext(30)).isNotEqualTo(result.windowed(30));
    assertThat(result.delayed()).containsOnlyKeys(DelayedScan.DELAYS);
    assertThat(result.provisional()).containsOnlyKeys(1, 3);
    assertThat(names(directory)).contains("windows-30-full.jsonl", "windows-60-full.jsonl");
    assertThat(Files.readAllLines(directory.resolve("windows-60-full.jsonl"))).hasSize(3 * 91);
    assertThat(evaluation.tables()).contains("in full context", "how soon maneuvers are found");
  }

  @Test
  void objectsWithoutBurnsAreScoredOnceByNetworksThatNeverSawThem() throws IOException {
    LabelledHistory quietForLong =
        new KeplerHistory(5).burn(3, 2, 0).burn(130, 2, 0).burn(145, 2, 0).labelled("a", 150);
    LabelledHistory passive = new KeplerHistory(6).labelled("passive", 100);

    HeldOutResults results =
        new CrossValidation(
                QuickTraining.perGap(1, 3),
                SolarFlux.NONE,
                NegativeControl.NONE,
                Checkpoints.NONE,
                THREADS)
            .run(
                List.of(quietForLong, B, C),
                Simulations.of(List.of(), List.of(passive, passive, passive)),
                CatalogueData.NONE,
                FOLDS,
                Progress.SILENT);

    assertThat(results.quiet())
        .extracting(QuietObject::source)
        .containsExactly(
            QuietObject.Source.QUIET_STRETCH,
            QuietObject.Source.SIMULATED,
            QuietObject.Source.SIMULATED,
            QuietObject.Source.SIMULATED);
    assertThat(results.quiet().get(0).years() * 365.25).isBetween(85., 87.);
    assertThat(results.quiet().get(1))
        .as("both by the first fold")
        .isEqualTo(results.quiet().get(2));
    assertThat(results.quiet().get(3).detections())
        .isNotEqualTo(results.quiet().get(1).detections());
    assertThat(results.satellites()).containsOnlyKeys("a", "b", "c");
    assertThat(Evaluation.of("by hand", results).neverManeuvering()).containsOnlyKeys("LEO");
  }

  @Test
  void resultsAreTheSameWithAnyNumberOfThreads() throws IOException {
    LabelledHistory passive = new KeplerHistory(6).labelled("passive", 100);
    List<HeldOutResults> results = new ArrayList<>();
    for (int threads : new int[] {1, 4}) {
      results.add(
          new CrossValidation(
                  QuickTraining.perGap(1, 3),
                  SolarFlux.NONE,
                  NegativeControl.NONE,
                  Checkpoints.NONE,
                  threads)
              .run(
                  List.of(A, B, C),
                  Simulations.of(List.of(), List.of(passive, passive)),
                  CatalogueData.NONE,
                  FOLDS,
                  Progress.SILENT));
    }

    assertThat(results.get(1)).isEqualTo(results.get(0));
    assertThat(results.get(1).satellites().keySet())
        .containsExactlyElementsOf(results.get(0).satellites().keySet());
  }

  @Test
  void plantedBurnsAreScoredByNetworksThatWereNotTrainedOnTheirObject() throws IOException {
    LabelledHistory own = object(7, KeplerHistory.withBurns("c", 3));
    List<String> messages = new ArrayList<>();
    Progress progress =
        new Progress() {
          @Override
          public void at(String task, int step, int steps, double loss) {}

          @Override
          public void say(String message) {
            messages.add(message);
          }
        };

    HeldOutResults results =
        new CrossValidation(
                QuickTraining.perGap(1, 3),
                SolarFlux.NONE,
                NegativeControl.NONE,
                Checkpoints.NONE,
                1)
            .run(
                List.of(object(5, A), object(6, B), own),
                Simulations.NONE.withPlanted(
                    List.of(planted(7, "7-1"), planted(8, "8-1"), planted(9, "9-1"))),
                CatalogueData.NONE,
                FOLDS,
                progress);
    HeldOutResults trainedOnEverywhere =
        new CrossValidation(
                QuickTraining.perGap(1, 3),
                SolarFlux.NONE,
                NegativeControl.NONE,
                Checkpoints.NONE,
                1)
            .run(
                List.of(object(5, A), object(6, B), own),
                Simulations.NONE.withPlanted(List.of(planted(5, "5-1"))),
                CatalogueData.NONE,
                Folds.parse(List.of("b", "c"), List.of("a", "b", "c")),
                progress);

    assertThat(results.planted())
        .as("in the order of the folds: the network of the first was trained on object 7")
        .extracting(each -> each.result().satellite().name())
        .containsExactly("9-1", "7-1", "8-1");
    assertThat(results.planted().get(0).elementSetsPerDay()).isEqualTo(1);
    assertThat(results.planted().get(0).result().provisional()).containsOnlyKeys(1, 3);
    assertThat(trainedOnEverywhere.planted()).isEmpty();
    assertThat(messages)
        .contains("1 planted burns left out: every network was trained on their objects");
  }

  @Test
  void objectsOfACatalogueAreScoredOnceByTheNetworkThatMayNotTrainOnThem() throws IOException {
    List<History> debris = IntStream.rangeClosed(1, 6).mapToObj(i -> passive(100 + i)).toList();
    History raised =
        object(200, new KeplerHistory(9).burn(60.2, 1, 0).labelled("r", 120)).history();
    UnlabeledHistories unlabeled =
        UnlabeledHistories.of(
            Map.of("debris", debris, "spheres", List.of(passive(300))),
            List.of(raised, passive(201)));
    List<HeldOutResults> results = new ArrayList<>();
    for (int threads : new int[] {1, 4}) {
      results.add(
          new CrossValidation(
                  QuickTraining.perGap(1, 3),
                  SolarFlux.NONE,
                  NegativeControl.NONE,
                  Checkpoints.NONE,
                  threads)
              .run(
                  List.of(A, B, C),
                  Simulations.NONE,
                  new CatalogueData(unlabeled, List.of(), 2, 3, 1),
                  FOLDS,
                  Progress.SILENT));
    }

    CatalogueResult result = results.get(0).catalogue();
    assertThat(results.get(1).catalogue()).isEqualTo(result);
    assertThat(result.passive())
        .extracting(PassiveObject::group)
        .as("two of six in each fold")
        .containsExactlyInAnyOrder("debris", "debris", "debris", "debris", "spheres");
    assertThat(result.passive()).allMatch(each -> each.windows().size() == 91);
    assertThat(result.burns()).hasSizeBetween(1, 15);
    assertThat(result.satellites()).hasSize(1);
    assertThat(result.satellites().get(0).steps(Kind.RAISE, .5)).hasSize(1);
    assertThat(Evaluation.of("by hand", results.get(0)).catalogue())
        .containsOnlyKeys("alarms", "burns", "steps");
  }

  private static History passive(int noradId) {
    return object(noradId, new KeplerHistory(noradId).labelled("passive", 120)).history();
  }

  private static LabelledHistory planted(int noradId, String name) {
    return object(noradId, new KeplerHistory(noradId).burn(40.2, .5, 0).labelled(name, 80));
  }

  private static LabelledHistory object(int noradId, LabelledHistory history) {
    return new LabelledHistory(
        history.name(),
        History.of(
            history.history().elements().stream()
                .map(each -> each.withObject(noradId, null))
                .toList()),
        history.burns());
  }

  private static HeldOutResults heldOut(Map<String, SatelliteResult> satellites) {
    return new HeldOutResults(satellites, List.of(), Map.of());
  }

  private static LabelledHistory relabelled(LabelledHistory history, LabelledHistory by) {
    return new LabelledHistory(history.name(), history.history(), by.burns());
  }

  private static Map<String, SatelliteResult> run(
      List<LabelledHistory> satellites, List<LabelledHistory> simulated, boolean shuffled)
      throws IOException {
    return validation(shuffled)
        .run(
            satellites,
            Simulations.of(simulated, List.of()),
            CatalogueData.NONE,
            FOLDS,
            Progress.SILENT)
        .satellites();
  }

  private static CrossValidation validation(boolean shuffled) {
    return new CrossValidation(
        QuickTraining.settings(1, 15),
        SolarFlux.NONE,
        shuffled ? NegativeControl.SHUFFLED_LABELS : NegativeControl.NONE,
        Checkpoints.NONE,
        THREADS);
  }

  private static List<Object> windows(Map<String, SatelliteResult> results, String name) {
    List<Object> windows = new ArrayList<>(result(results, name).windowed(30).windows());
    windows.addAll(result(results, name).windowed(60).windows());
    return windows;
  }

  private static Object detections(Map<String, SatelliteResult> results, String name) {
    return result(results, name).detections();
  }

  private static SatelliteResult result(Map<String, SatelliteResult> results, String name) {
    return Objects.requireNonNull(results.get(name));
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> children = Files.list(directory)) {
      return children.map(child -> child.getFileName().toString()).sorted().toList();
    }
  }
}

package space.maneuver.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import space.maneuver.detection.ObjectReport.ObjectError;
import space.maneuver.detection.ObjectReport.ObjectSeries;
import space.maneuver.features.FeatureWindows;
import space.maneuver.features.SolarFlux;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.inference.DeadlineExceededException;
import space.maneuver.inference.InferenceListener;
import space.maneuver.inference.InferenceSettings;
import space.maneuver.inference.InferenceThreads;
import space.maneuver.inference.ModelSession;
import space.maneuver.inference.OverloadedException;
import space.maneuver.inference.Prediction;
import space.maneuver.inference.RequestLimits;
import space.maneuver.inference.ShuttingDownException;
import space.maneuver.inference.WindowRunner;
import space.maneuver.model.bundle.LoadedBundle;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.registry.Leases;
import space.maneuver.model.registry.ModelLease;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.orbit.History;
import space.maneuver.testing.DailyBundles;
import space.maneuver.testing.ElementSetBuilder;
import space.maneuver.testing.KeplerHistory;
import space.maneuver.testing.StepBundles;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of an object whose search fails, whatever the reason. */
class FailingObjectTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final RequestLimits LIMITS = new RequestLimits(PATIENCE, null);

  static Stream<LoadedBundle> bundles() {
    return Stream.of(DailyBundles.random(1), StepBundles.random(1));
  }

  static Stream<RuntimeException> reasonsOfTheWholeRequest() {
    return Stream.of(
        new OverloadedException(OverloadedException.Cause.QUEUE, Duration.ofSeconds(1), "full"),
        new DeadlineExceededException(),
        new ShuttingDownException());
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void objectWhoseSearchFailsHasAnErrorAndNothingElse(LoadedBundle bundle) {
    History history = new KeplerHistory(1).days(60);

    ObjectReport report =
        detector(bundle.description(), new IllegalStateException("no such orbit"))
            .detect(history, null, true);

    ObjectError error = Objects.requireNonNull(report.error());
    assertThat(error.code()).isEqualTo(ObjectError.Code.SEARCH_FAILED);
    assertThat(error.reason()).contains("no such orbit");
    assertThat(report.noradId()).isEqualTo(ElementSetBuilder.NORAD_ID);
    assertThat(report.elementSets()).isEqualTo(60);
    assertThat(report.maneuvers()).isEmpty();
    assertThat(report.windows()).isEmpty();
    ObjectSeries series = Objects.requireNonNull(report.series());
    assertThat(series.semiMajorAxis()).hasSize(60).doesNotContain(0, Double.NaN);
    assertThat(series.gapProbability()).hasSize(60).containsOnlyNulls();
  }

  @Test
  void objectThatWasSearchedHasNoError() {
    assertThat(
            new Detector(DailyBundles.random(1).description(), new Constant(0), SolarFlux.NONE)
                .detect(new KeplerHistory(1).days(60), null)
                .error())
        .isNull();
  }

  @ParameterizedTest
  @MethodSource("reasonsOfTheWholeRequest")
  void reasonThatConcernsTheWholeRequestIsNoErrorOfTheObject(RuntimeException reason) {
    Detector detector = detector(DailyBundles.random(1).description(), reason);

    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> detector.detect(new KeplerHistory(1).days(60), null))
        .isSameAs(reason);
  }

  static Stream<LoadedBundle> bundlesThatFailOnSomeWindows() {
    return Stream.of(DailyBundles.failing(1, 6), StepBundles.failing(1, 6));
  }

  /** The burn is far beyond the noise, and so are the numbers of the windows that hold it. */
  private static History fatal() {
    return new KeplerHistory(1).burn(70.3, -50, 0).days(150);
  }

  @ParameterizedTest
  @MethodSource("bundlesThatFailOnSomeWindows")
  void objectWithAWindowThatTheNetworkFailsOnHasAnErrorAndTheNextIsAnswered(LoadedBundle bundle) {
    History sound = new KeplerHistory(2).days(80);
    try (ManeuverModel model = ManeuverModel.start(bundle)) {
      Detector detector = new Detector(model, SolarFlux.NONE);
      ObjectReport before = detector.detect(sound, 0.0, true);

      ObjectReport report = detector.detect(fatal(), 0.0, true);

      assertFailed(report);
      assertThat(before.error()).isNull();
      assertThat(before.windows()).hasSize(51);
      assertThat(detector.detect(sound, 0.0).windows()).isEqualTo(before.windows());
    }
  }

  @ParameterizedTest
  @MethodSource("bundlesThatFailOnSomeWindows")
  void servedObjectWithAFailedWindowHasAnErrorAndItsNeighboursAreAnswered(LoadedBundle bundle)
      throws Exception {
    InferenceSettings settings = new InferenceSettings(2, 4096, PATIENCE, 0, 256, Duration.ZERO);
    History sound = new KeplerHistory(2).days(80);
    try (InferenceThreads threads = new InferenceThreads(settings, InferenceListener.NONE);
        ModelLease lease = Leases.of(ManeuverModel.start(bundle));
        ModelSession session = session(threads, lease)) {
      List<FeatureWindow> windows = new ArrayList<>(features(session, sound));
      int good = windows.size();
      windows.addAll(features(session, fatal()));

      List<Prediction> predictions = session.predict(windows, true, LIMITS);

      assertThat(predictions.subList(0, good)).noneMatch(Prediction::failed);
      assertThat(predictions.subList(good, windows.size())).anyMatch(Prediction::failed);
      Detector detector = new Detector(session.bundle(), session.runner(LIMITS), SolarFlux.NONE);
      assertFailed(detector.detect(fatal(), 0.0, true));
      assertThat(detector.detect(sound, 0.0, true).error()).isNull();
    }
  }

  @Test
  void answerOfTheNetworkThatIsNoNumberIsAnErrorOfTheObject() {
    try (ManeuverModel model = ManeuverModel.start(DailyBundles.notANumber())) {
      assertFailed(
          new Detector(model, SolarFlux.NONE).detect(new KeplerHistory(2).days(80), 0.0, true));
    }
  }

  private static List<FeatureWindow> features(ModelSession session, History history) {
    return FeatureWindows.of(
        session.bundle().features().sampling(), history, 30, 7, SolarFlux.NONE);
  }

  private static ModelSession session(InferenceThreads threads, ModelLease lease) {
    return new ModelSession(threads, lease.share(), () -> {});
  }

  private static void assertFailed(ObjectReport report) {
    ObjectError error = Objects.requireNonNull(report.error());
    assertThat(error.code()).isEqualTo(ObjectError.Code.PREDICTION_FAILED);
    assertThat(report.maneuvers()).isEmpty();
    assertThat(report.windows()).isEmpty();
    assertThat(JsonMapper.shared().writeValueAsString(report)).doesNotContain("NaN");
  }

  private static Detector detector(ModelBundle bundle, RuntimeException failure) {
    return new Detector(bundle, new Failing(failure), SolarFlux.NONE);
  }

  private record Failing(RuntimeException failure) implements WindowRunner {

    @Override
    public float[] logits(List<FeatureWindow> windows) {
      throw failure;
    }

    @Override
    public float[][] stepLogits(List<FeatureWindow> windows) {
      throw failure;
    }
  }

  private record Constant(float logit) implements WindowRunner {

    @Override
    public float[] logits(List<FeatureWindow> windows) {
      return new float[windows.size()];
    }

    @Override
    public float[][] stepLogits(List<FeatureWindow> windows) {
      float[][] logits = new float[windows.size()][];
      for (int i = 0; i < logits.length; i++) {
        logits[i] = new float[windows.get(i).steps()];
        Arrays.fill(logits[i], logit);
      }
      return logits;
    }
  }
}

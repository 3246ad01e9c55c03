package space.maneuver.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import space.maneuver.bench.load.LoadGenerator;
import space.maneuver.bench.load.LoadPlan;
import space.maneuver.bench.load.LoadRequest;
import space.maneuver.bench.load.LoadTally;
import space.maneuver.bench.measurement.Sleep;
import space.maneuver.model.bundle.BundleReader;
import space.maneuver.model.bundle.LoadedBundle;
import space.maneuver.web.HttpTest;

/** Checks that the service answers the requests of the bench like the models alone. */
@HttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestsTest {

  private static final int WINDOWS = 8;

  @LocalServerPort private int port;
  private List<BenchModel> models = List.of();

  @BeforeAll
  void computeAlone() {
    models = List.of(model("maneuver-lstm-daily"), model("maneuver-lstm"));
  }

  private static BenchModel model(String name) {
    LoadedBundle bundle = BundleReader.readFromClassPath(name);
    return BenchModel.of(bundle, BenchWindows.simulated(WINDOWS, bundle.description()));
  }

  List<BenchModel> models() {
    return models;
  }

  @ParameterizedTest
  @MethodSource("models")
  void answersSeveralWindowsAsJsonLikeTheModel(BenchModel model) throws IOException {
    assertRight(new Requests(model).json(0, WINDOWS));
  }

  @ParameterizedTest
  @MethodSource("models")
  void answersOneWindowAsJsonLikeTheModel(BenchModel model) throws IOException {
    assertRight(new Requests(model).single().get(WINDOWS - 1));
  }

  @ParameterizedTest
  @MethodSource("models")
  void answersWindowsAsNdjsonLikeTheModel(BenchModel model) throws IOException {
    assertRight(new Requests(model).lines(2));
  }

  @ParameterizedTest
  @MethodSource("models")
  void answersTensorsLikeTheModel(BenchModel model) throws IOException {
    assertRight(new Requests(model).binary());
  }

  @Test
  void windowsDifferEnoughToRevealSwappedAnswers() {
    for (BenchModel model : models) {
      assertThat(model.probabilities(0, WINDOWS)).doesNotHaveDuplicates();
    }
  }

  private void assertRight(LoadRequest request) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try (LoadGenerator load = LoadGenerator.start(address, LoadPlan.closed(List.of(request), 1))) {
      while (load.replies() == 0) {
        Sleep.pause(Duration.ofMillis(10));
      }
      LoadTally tally = load.cutOff();
      assertThat(tally.statuses).containsOnlyKeys(200);
      assertThat(tally.wrong).isZero();
    }
  }
}

package space.maneuver.features;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import space.maneuver.features.gap.ElementSetFeatures;
import space.maneuver.features.window.Sampling;
import space.maneuver.orbit.History;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.simulation.HistorySimulator;
import space.maneuver.simulation.SimulationSettings;

/** From an object's element sets to its features, per element set. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FeaturesBenchmark {

  private static final int ELEMENT_SETS = 120;

  @Param({"LEO", "GEO"})
  public OrbitRegime regime = OrbitRegime.LEO;

  private @Nullable History history;

  @Setup
  public void simulate() {
    SimulationSettings settings =
        new SimulationSettings(
            4, Instant.parse("2010-01-01T00:00:00Z"), 400, 0.25, List.of(regime));
    history =
        new HistorySimulator(1)
            .simulate(settings)
            .map(each -> each.history().elements())
            .filter(elements -> elements.size() >= ELEMENT_SETS)
            .map(elements -> new History(elements.subList(0, ELEMENT_SETS)))
            .findFirst()
            .orElseThrow();
  }

  @Benchmark
  @OperationsPerInvocation(ELEMENT_SETS)
  public Object perElementSet() {
    return ElementSetFeatures.of(Objects.requireNonNull(history));
  }

  @Benchmark
  @OperationsPerInvocation(ELEMENT_SETS)
  public Object daily() {
    return FeatureSeries.of(Sampling.DAILY, Objects.requireNonNull(history), SolarFlux.NONE);
  }
}

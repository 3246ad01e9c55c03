package space.maneuver.command;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.LabelledHistory;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.simulation.HistorySimulator;
import space.maneuver.simulation.RecordedNoise;
import space.maneuver.simulation.SimulationSettings;
import space.maneuver.training.QuietStretches;
import space.maneuver.training.Simulations;

/** Simulates when asked, by a seed; the same histories are not simulated twice. */
final class SeededSimulations implements Simulations {

  private static final long PASSIVE_SEED = 1_000_000;
  private static final List<OrbitRegime> REGIMES = List.of(OrbitRegime.values());

  private final long seed;
  private final int objects;
  private final boolean realNoise;
  private final int passiveObjects;
  private final int passiveDays;
  private @Nullable List<LabelledHistory> invented;

  /**
   * @param objects to train on
   * @param realNoise whether these get the noise of the real satellites that are trained on
   * @param passiveObjects without burns; they always get the noise of satellites left out
   * @param passiveDays length of their histories
   */
  SeededSimulations(
      long seed, int objects, boolean realNoise, int passiveObjects, int passiveDays) {
    this.seed = seed;
    this.objects = objects;
    this.realNoise = realNoise;
    this.passiveObjects = passiveObjects;
    this.passiveDays = passiveDays;
  }

  @Override
  public List<LabelledHistory> toTrainOn(List<LabelledHistory> real) {
    if (objects == 0) {
      return List.of();
    }
    if (realNoise) {
      return simulate(seed, SimulationSettings.of(objects), noise(real));
    }
    if (invented == null) {
      invented = simulate(seed, SimulationSettings.of(objects), RecordedNoise.NONE);
    }
    return invented;
  }

  @Override
  public List<LabelledHistory> withoutBurns(List<LabelledHistory> leftOut, int part, int parts) {
    int own = (passiveObjects + parts - 1 - part) / parts;
    if (own == 0) {
      return List.of();
    }
    SimulationSettings settings =
        new SimulationSettings(own, SimulationSettings.of(own).start(), passiveDays, 1, REGIMES);
    return simulate(seed + PASSIVE_SEED + part, settings, noise(leftOut));
  }

  private static RecordedNoise noise(Collection<LabelledHistory> satellites) {
    return RecordedNoise.of(
        satellites.stream().flatMap(each -> QuietStretches.forNoise(each).stream()).toList());
  }

  private static List<LabelledHistory> simulate(
      long seed, SimulationSettings settings, RecordedNoise noise) {
    try (CountingBar bar = new CountingBar("simulating", settings.objects())) {
      return new HistorySimulator(seed, noise)
          .simulate(settings)
          .parallel()
          .peek(history -> bar.step())
          .toList();
    }
  }
}

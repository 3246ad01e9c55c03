package space.maneuver.command;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import space.maneuver.command.terminal.CountingBar;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.orbit.label.QuietStretches;
import space.maneuver.simulation.HistorySimulator;
import space.maneuver.simulation.SimulationSettings;
import space.maneuver.simulation.publisher.RecordedNoise;
import space.maneuver.training.crossvalidation.Simulations;

/** Simulated histories drawn by a seed on demand; the shared ones are simulated only once. */
final class SeededSimulations implements Simulations {

  private static final long PASSIVE_SEED = 3_000_000;
  private static final long NEVER_MANEUVERING_SEED = 1_000_000;
  private static final List<OrbitRegime> REGIMES = List.of(OrbitRegime.values());

  private final long seed;
  private final int objects;
  private final boolean realNoise;
  private final int passiveObjects;
  private final int neverManeuvering;
  private final OrbitRegime passiveRegime;
  private final int passiveDays;
  private @Nullable List<LabelledHistory> withoutRealNoise;

  /**
   * @param seed seed of all draws
   * @param objects number of histories to train on
   * @param realNoise whether these take the noise of the real satellites trained on
   * @param passiveObjects number of objects without burns to train on as well; they take the noise
   *     of the real satellites trained on; those in LEO are left out if these have no quiet
   *     stretches there
   * @param passiveRegime regime of these objects
   * @param neverManeuvering number of objects without burns to count false alarms on; they always
   *     take the noise of held-out satellites
   * @param passiveDays length of the histories without burns, d
   */
  SeededSimulations(
      long seed,
      int objects,
      boolean realNoise,
      int passiveObjects,
      OrbitRegime passiveRegime,
      int neverManeuvering,
      int passiveDays) {
    this.seed = seed;
    this.objects = objects;
    this.realNoise = realNoise;
    this.passiveObjects = passiveObjects;
    this.passiveRegime = passiveRegime;
    this.neverManeuvering = neverManeuvering;
    this.passiveDays = passiveDays;
  }

  @Override
  public List<LabelledHistory> toTrainOn(List<LabelledHistory> real) {
    return Stream.concat(maneuvering(real).stream(), passive(real).stream()).toList();
  }

  private List<LabelledHistory> passive(List<LabelledHistory> real) {
    if (passiveObjects == 0) {
      return List.of();
    }
    RecordedNoise noise = noise(real);
    return passiveRegime != OrbitRegime.LEO || noise.regimes().contains(OrbitRegime.LEO)
        ? simulate(seed + PASSIVE_SEED, withoutBurns(passiveObjects, List.of(passiveRegime)), noise)
        : List.of();
  }

  private List<LabelledHistory> maneuvering(List<LabelledHistory> real) {
    if (objects == 0) {
      return List.of();
    }
    if (realNoise) {
      return simulate(seed, SimulationSettings.of(objects), noise(real));
    }
    if (withoutRealNoise == null) {
      withoutRealNoise = simulate(seed, SimulationSettings.of(objects), RecordedNoise.NONE);
    }
    return withoutRealNoise;
  }

  @Override
  public List<LabelledHistory> withoutBurns(List<LabelledHistory> leftOut, int part, int parts) {
    int own = (neverManeuvering + parts - 1 - part) / parts;
    if (own == 0) {
      return List.of();
    }
    return simulate(
        seed + NEVER_MANEUVERING_SEED + part, withoutBurns(own, REGIMES), noise(leftOut));
  }

  private SimulationSettings withoutBurns(int number, List<OrbitRegime> regimes) {
    return new SimulationSettings(
        number, SimulationSettings.of(number).start(), passiveDays, 1, regimes);
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

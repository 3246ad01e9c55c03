package space.maneuver.simulation;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.ObjectClass;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.Sgp4;
import space.maneuver.orbit.Ticks;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.simulation.operator.Propulsion;
import space.maneuver.simulation.orbit.Draws;
import space.maneuver.simulation.orbit.OrbitDraw;
import space.maneuver.simulation.publisher.RecordedNoise;

/**
 * Simulates histories with known burns by drawing an orbit, an operator and a publisher with its
 * habits and errors. The same seed gives the same histories, whatever the number of objects and
 * threads.
 */
public final class HistorySimulator {

  private static final long ELECTRIC_SEED = 2_000_000;
  private static final int FIRST_NUMBER = 80_000;
  private static final double START_SPREAD = 3650;
  private static final int FEWEST_ELEMENTS = 30;
  private static final int MOST_ATTEMPTS = 20;
  private static final List<ObjectClass> PASSIVE =
      List.of(ObjectClass.DEBRIS, ObjectClass.ROCKET_BODY, ObjectClass.PAYLOAD);

  private final long seed;
  private final RecordedNoise recorded;

  /** Creates a simulator whose noise is drawn from distributions. */
  public HistorySimulator(long seed) {
    this(seed, RecordedNoise.NONE);
  }

  /**
   * Creates a simulator.
   *
   * @param seed seed of all draws
   * @param recorded noise and cadence of real satellites, used in the regimes where it has any
   */
  public HistorySimulator(long seed, RecordedNoise recorded) {
    this.seed = seed;
    this.recorded = recorded;
  }

  /**
   * Returns the histories as a lazy stream, which may be made parallel. Catalogue numbers start at
   * 80000, names at "SIMULATED 00000".
   */
  public Stream<LabelledHistory> simulate(SimulationSettings settings) {
    return IntStream.range(0, settings.objects()).mapToObj(index -> simulate(settings, index));
  }

  private LabelledHistory simulate(SimulationSettings settings, int index) {
    Draws draws = Draws.of(seed, index);
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      LabelledHistory history = attempt(settings, index, draws);
      if (history != null) {
        return history;
      }
    }
    throw new IllegalStateException(
        "object " + index + " of seed " + seed + " reenters in every drawn orbit");
  }

  /** Simulates one object; returns null if it reenters too soon. */
  private @Nullable LabelledHistory attempt(SimulationSettings settings, int index, Draws draws) {
    boolean passive = draws.chance(settings.passiveShare());
    ObjectClass objectClass = passive ? draws.pick(PASSIVE) : ObjectClass.PAYLOAD;
    OrbitRegime regime = draws.pick(settings.regimes());
    long begin = Ticks.of(settings.start()) + Ticks.ofDays(draws.uniform(0, START_SPREAD));
    String name = String.format(Locale.ROOT, "SIMULATED %05d", index);
    OrbitDraw orbits =
        new OrbitDraw(draws, FIRST_NUMBER + index, name + mark(objectClass), objectClass, begin);
    ElementSet start = orbits.draw(regime);
    Propulsion propulsion = passive ? Propulsion.NONE : propulsion(settings, index);
    ObjectSimulation simulation =
        new ObjectSimulation(draws, start, propulsion, recorded, settings.setsPerDay());
    Boolean lasted =
        Sgp4.attempt(
            () -> {
              simulation.run(begin + Ticks.ofDays(settings.days()));
              return true;
            });
    if (lasted == null && simulation.size() < FEWEST_ELEMENTS) {
      return null;
    }
    return simulation.labelled(name.toLowerCase(Locale.ROOT).replace(' ', '-'));
  }

  /** Draws from a separate seed, so that everything else is independent of the electric share. */
  private Propulsion propulsion(SimulationSettings settings, int index) {
    return Draws.of(seed + ELECTRIC_SEED, index).chance(settings.electricShare())
        ? Propulsion.ELECTRIC
        : Propulsion.CHEMICAL;
  }

  private static String mark(ObjectClass objectClass) {
    return switch (objectClass) {
      case DEBRIS -> " DEB";
      case ROCKET_BODY -> " R/B";
      case PAYLOAD, UNKNOWN -> "";
    };
  }
}

package space.maneuver.simulation.publisher;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.History;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.simulation.orbit.Draws;

/** Noise, cadence and gaps of real satellites, by regime, for simulated objects. */
public final class RecordedNoise {

  /** No recorded noise: everything is drawn from distributions. */
  public static final RecordedNoise NONE = new RecordedNoise(Map.of());

  private static final int SHORTEST = 30;

  private final Map<OrbitRegime, List<List<RecordedStretch>>> satellites;

  private RecordedNoise(Map<OrbitRegime, List<List<RecordedStretch>>> satellites) {
    this.satellites = satellites;
  }

  /**
   * Extracts noise from histories, or parts of them, without maneuvers.
   *
   * @param quiet quiet histories; those with the same catalogue number belong to one satellite
   */
  public static RecordedNoise of(Collection<History> quiet) {
    Map<OrbitRegime, Map<Integer, List<RecordedStretch>>> found = new EnumMap<>(OrbitRegime.class);
    for (History history : quiet) {
      RecordedStretch stretch = RecordedStretch.of(history);
      if (stretch.size() >= SHORTEST) {
        found
            .computeIfAbsent(history.regime(), unseen -> new LinkedHashMap<>())
            .computeIfAbsent(history.noradId(), unseen -> new ArrayList<>())
            .add(stretch);
      }
    }
    Map<OrbitRegime, List<List<RecordedStretch>>> satellites = new EnumMap<>(OrbitRegime.class);
    found.forEach((regime, byNumber) -> satellites.put(regime, List.copyOf(byNumber.values())));
    return new RecordedNoise(satellites);
  }

  /** Returns the regimes with at least one satellite. */
  public List<OrbitRegime> regimes() {
    return List.copyOf(satellites.keySet());
  }

  /**
   * Returns a publisher that behaves like that of a satellite drawn from the regime; null if there
   * is none.
   */
  public @Nullable Publisher publisher(Draws draws, OrbitRegime regime) {
    List<List<RecordedStretch>> known = satellites.get(regime);
    return known == null
        ? null
        : new RecordedPublisher(draws, draws.pick(known), regime == OrbitRegime.LEO);
  }
}

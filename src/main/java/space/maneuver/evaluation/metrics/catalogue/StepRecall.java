package space.maneuver.evaluation.metrics.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import space.maneuver.math.Share;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.label.CertainSteps.Kind;

/**
 * How many of the steps that only thrust explains are found at the shipped thresholds.
 *
 * @param kind what steps
 * @param orbits which orbits, in words
 * @param satellites which satellites
 * @param deltaV least delta-v of the steps, m/s
 * @param count number of satellites with such steps
 * @param found share of the steps that is found
 */
public record StepRecall(
    Kind kind, String orbits, Satellites satellites, double deltaV, int count, Share found) {

  private static final double[] RAISES = {.05, .3, 1};
  private static final double[] AXIS_STEPS = {.05, .2, 1};
  private static final double[] PLANE_STEPS = {.5, 1, 3};

  /** Satellites that are counted separately. */
  public enum Satellites {
    /** Those that raise their orbit now and then. */
    OTHERS("others"),
    /** Those that raise their orbit most of the time. */
    RAISING("raising most of the time"),
    /** Constellations that were named as such. */
    CONSTELLATIONS("constellations");

    private final String label;

    Satellites(String label) {
      this.label = label;
    }

    /** Returns the name in reports and in JSON. */
    @JsonValue
    public String label() {
      return label;
    }
  }

  /** Returns the smallest delta-v of the steps of a kind that are scored, m/s. */
  public static double least(Kind kind) {
    return levels(kind)[0];
  }

  private static double[] levels(Kind kind) {
    return switch (kind) {
      case RAISE -> RAISES;
      case AXIS -> AXIS_STEPS;
      case PLANE -> PLANE_STEPS;
    };
  }

  /** Computes recall by kind, orbit, group of satellites and size; what has no step is left out. */
  static List<StepRecall> of(List<SatelliteSteps> satellites, Map<OrbitRegime, Double> thresholds) {
    List<StepRecall> recalls = new ArrayList<>();
    Predicate<SatelliteSteps> low = each -> each.perigee() <= PerigeeBand.LOW;
    recalls.addAll(of(Kind.RAISE, "perigee up to 600 km", satellites, low, thresholds));
    recalls.addAll(of(Kind.RAISE, "perigee above 600 km", satellites, low.negate(), thresholds));
    for (Kind kind : List.of(Kind.AXIS, Kind.PLANE)) {
      for (OrbitRegime regime : OrbitRegime.values()) {
        recalls.addAll(
            of(kind, regime.name(), satellites, each -> each.regime() == regime, thresholds));
      }
    }
    return recalls;
  }

  private static List<StepRecall> of(
      Kind kind,
      String orbits,
      List<SatelliteSteps> satellites,
      Predicate<SatelliteSteps> wanted,
      Map<OrbitRegime, Double> thresholds) {
    List<StepRecall> recalls = new ArrayList<>();
    List<SatelliteSteps> own = satellites.stream().filter(wanted).toList();
    for (Satellites group : Satellites.values()) {
      for (double deltaV : levels(kind)) {
        int count = 0;
        int steps = 0;
        int found = 0;
        for (SatelliteSteps each : own) {
          if (group(each, kind, deltaV) == group && !each.steps(kind, deltaV).isEmpty()) {
            double threshold = Objects.requireNonNull(thresholds.get(each.regime()));
            count++;
            steps += each.steps(kind, deltaV).size();
            found +=
                (int)
                    each.steps(kind, deltaV).stream()
                        .filter(step -> step.score() >= threshold)
                        .count();
          }
        }
        if (steps > 0) {
          recalls.add(new StepRecall(kind, orbits, group, deltaV, count, Share.of(found, steps)));
        }
      }
    }
    return recalls;
  }

  private static Satellites group(SatelliteSteps satellite, Kind kind, double deltaV) {
    if (satellite.constellation()) {
      return Satellites.CONSTELLATIONS;
    }
    return kind == Kind.RAISE && satellite.raisesMostly(deltaV)
        ? Satellites.RAISING
        : Satellites.OTHERS;
  }
}

package space.maneuver.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import space.maneuver.detection.search.BurnSearch;
import space.maneuver.orbit.History;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.label.CertainSteps;
import space.maneuver.orbit.label.CertainSteps.Step;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.simulation.planting.BurnPlanter;
import space.maneuver.simulation.planting.BurnSeries;
import space.maneuver.simulation.planting.PlantingSettings;
import space.maneuver.simulation.planting.PlantingSettings.Direction;
import space.maneuver.training.samples.GapSource;
import space.maneuver.training.samples.GapSource.Drawn;
import space.maneuver.training.samples.LabelledGaps;

/**
 * Training samples from histories without published burns. Passive objects teach what drag does,
 * and with burns planted into them that an orbit in the atmosphere may nevertheless maneuver;
 * without these, a network learns that whatever flies low never burns. Steps of an orbit that
 * nothing but thrust explains, and burns planted into quiet times beyond LEO, teach maneuvers that
 * the satellites with published burns do not make.
 */
final class CatalogueSources {

  /** Shares of the windows; real histories with published burns have 0.75. */
  private static final double PASSIVE = 0.4;

  private static final double PLANTED = 0.45;
  private static final double CERTAIN_GEO = 0.25;
  private static final double CERTAIN_ELSEWHERE = 0.2;
  private static final double PLANTED_BEYOND_LEO = 0.15;

  private static final int COPIES = 2;
  private static final int FEWEST_FOR_COPIES = 60;

  /** Burns to plant beyond LEO in each direction, and days around them that are quiet. */
  private static final int BURNS = 300;

  private static final double QUIET_DAYS = 12;

  private CatalogueSources() {}

  /** Returns the sources, those with samples. */
  static List<GapSource> of(UnlabeledHistories histories, long seed) {
    List<GapSource> sources = new ArrayList<>();
    List<History> passive =
        histories.allPassive().stream()
            .flatMap(each -> each.arcs(BurnSearch.LONGEST_GAP_DAYS).stream())
            .toList();
    sources.addAll(
        source(
            PASSIVE,
            passive,
            each -> Stream.of(LabelledGaps.complete(each, List.of())),
            Drawn.ANYWHERE));
    sources.addAll(source(PLANTED, passive, each -> planted(each, seed), Drawn.ANYWHERE));
    List<History> geosynchronous =
        histories.active().stream().filter(each -> each.regime() == OrbitRegime.GEO).toList();
    List<History> others =
        histories.active().stream().filter(each -> each.regime() != OrbitRegime.GEO).toList();
    sources.addAll(
        source(CERTAIN_GEO, geosynchronous, CatalogueSources::certain, Drawn.AROUND_BURNS));
    sources.addAll(
        source(CERTAIN_ELSEWHERE, others, CatalogueSources::certain, Drawn.AROUND_BURNS));
    sources.addAll(
        GapSource.of(PLANTED_BEYOND_LEO, plantedBeyondLeo(histories, seed), Drawn.AROUND_BURNS));
    return sources;
  }

  private static List<GapSource> source(
      double share,
      List<History> histories,
      Function<History, Stream<LabelledGaps>> samples,
      Drawn drawn) {
    return GapSource.of(share, histories.parallelStream().flatMap(samples).toList(), drawn);
  }

  private static Stream<LabelledGaps> planted(History history, long seed) {
    int copies = history.size() > FEWEST_FOR_COPIES ? COPIES : 1;
    return BurnSeries.plant(history, copies, seed).stream()
        .map(each -> LabelledGaps.complete(each.history(), each.burns()));
  }

  private static Stream<LabelledGaps> certain(History history) {
    List<Step> steps = CertainSteps.of(history);
    return steps.isEmpty() ? Stream.empty() : Stream.of(LabelledGaps.certain(history, steps));
  }

  private static List<LabelledGaps> plantedBeyondLeo(UnlabeledHistories histories, long seed) {
    List<History> high =
        histories.active().stream().filter(each -> each.regime() != OrbitRegime.LEO).toList();
    List<LabelledGaps> planted = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      boolean along = direction == Direction.IN_TRACK;
      PlantingSettings settings =
          new PlantingSettings(BURNS, List.of(direction), along ? 0.02 : 0.2, along ? 1 : 4);
      List<LabelledHistory> copies =
          new BurnPlanter(seed + direction.ordinal(), settings).plant(high, () -> {});
      copies.parallelStream()
          .map(each -> LabelledGaps.near(each.history(), each.burns(), QUIET_DAYS))
          .forEachOrdered(planted::add);
    }
    return planted;
  }
}

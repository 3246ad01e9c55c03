package space.maneuver.evaluation.metrics.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import space.maneuver.detection.reconstruction.Maneuver.Type;
import space.maneuver.math.Share;
import space.maneuver.orbit.OrbitRegime;

/**
 * How many of the burns that were planted at random times are found at the shipped thresholds.
 *
 * @param burns which burns, in words
 * @param direction direction of the burns
 * @param deltaV their size, m/s
 * @param found share of them that is found
 */
public record RandomBurnRecall(String burns, Type direction, double deltaV, Share found) {

  /** Name of the burns at any time and place. */
  public static final String ALL = "all";

  /** Name of the burns where most satellites are. */
  public static final String LOW = "perigee 400 to 600 km";

  /** Computes recall by size and direction, in all and by sign, regime and perigee. */
  static List<RandomBurnRecall> of(List<RandomBurn> burns, Map<OrbitRegime, Double> thresholds) {
    List<RandomBurnRecall> recalls = new ArrayList<>();
    Predicate<RandomBurn> from400To600 =
        each -> each.band() == PerigeeBand.TO_500 || each.band() == PerigeeBand.TO_600;
    add(recalls, ALL, burns, each -> true, thresholds);
    add(recalls, LOW, burns, from400To600, thresholds);
    add(recalls, "raising", burns, each -> each.burn().alongTrack() > 0, thresholds);
    add(recalls, "lowering", burns, each -> each.burn().alongTrack() < 0, thresholds);
    for (OrbitRegime regime : OrbitRegime.values()) {
      add(recalls, regime.name(), burns, each -> each.regime() == regime, thresholds);
    }
    for (PerigeeBand band : PerigeeBand.values()) {
      add(recalls, "perigee " + band.label(), burns, each -> each.band() == band, thresholds);
    }
    return recalls;
  }

  private static void add(
      List<RandomBurnRecall> recalls,
      String name,
      List<RandomBurn> burns,
      Predicate<RandomBurn> wanted,
      Map<OrbitRegime, Double> thresholds) {
    List<RandomBurn> own = burns.stream().filter(wanted).toList();
    own.stream()
        .map(Size::of)
        .distinct()
        .sorted(Size.ORDER)
        .forEach(
            size -> {
              List<RandomBurn> equal = own.stream().filter(size::isOf).toList();
              long found =
                  equal.stream()
                      .filter(
                          each ->
                              each.score() >= Objects.requireNonNull(thresholds.get(each.regime())))
                      .count();
              recalls.add(
                  new RandomBurnRecall(
                      name, size.direction, size.deltaV, Share.of((int) found, equal.size())));
            });
  }

  private record Size(Type direction, double deltaV) {

    static final Comparator<Size> ORDER =
        Comparator.comparing(Size::direction).thenComparingDouble(Size::deltaV);

    static Size of(RandomBurn burn) {
      return new Size(burn.burn().type(), burn.burn().deltaV());
    }

    boolean isOf(RandomBurn burn) {
      return equals(of(burn));
    }
  }
}

package space.maneuver.detection.reconstruction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.reconstruction.Maneuver.Estimate;
import space.maneuver.detection.reconstruction.Maneuver.Kind;
import space.maneuver.detection.reconstruction.Maneuver.Status;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.OrbitRegime;

/** Estimates time and delta-v of the burns of an arc from the orbits before and after them. */
public final class BurnReconstruction {

  /**
   * Longest time between two burns of a campaign, d: with element sets once a day, those of shorter
   * pauses cannot be told apart. Published burns are merged within a day.
   */
  private static final double LONGEST_PAUSE = 1.5;

  private final List<ElementSet> elements;
  private final OrbitRegime regime;
  private final BurnTimeEstimator times;
  private final DeltaVEstimator sizes;

  public BurnReconstruction(History arc) {
    elements = arc.elements();
    regime = arc.regime();
    Trajectories trajectories = new Trajectories(arc);
    times = new BurnTimeEstimator(trajectories, regime);
    sizes = new DeltaVEstimator(arc, trajectories);
  }

  /**
   * Reconstructs burns. Each is reconstructed from the element sets between the sure ones next to
   * it. Sure burns that follow each other within a day and a half are a campaign: one burn with the
   * sum of their delta-v.
   *
   * @param gaps ascending
   * @param first index of the first gap whose burn is wanted; of the sure ones before it, which
   *     matter for those after them, the middle of the gap is good enough
   * @return ascending
   */
  public List<Burn> burns(List<Gap> gaps, int first) {
    List<Timed> timed = new ArrayList<>();
    NavigableSet<Double> sureTimes = new TreeSet<>();
    double previous = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < gaps.size(); i++) {
      Gap gap = gaps.get(i);
      double begin = day(gap.before());
      double end = day(gap.after());
      double time = (begin + end) / 2;
      if (i >= first) {
        BurnTime burn = times.in(begin, end, previous, next(gaps, i));
        timed.add(new Timed(gap, burn));
        time = burn.time();
      }
      if (gap.sure()) {
        sureTimes.add(time);
        previous = end;
      }
    }
    Burns sure = new Burns(sureTimes);
    List<Burn> burns = new ArrayList<>();
    for (List<Timed> members : campaigns(timed)) {
      Timed surest =
          Collections.max(members, Comparator.comparingDouble(each -> each.gap().confidence()));
      BurnTime time = BurnTime.campaign(members.stream().map(Timed::burn).toList(), surest.burn());
      burns.add(burn(surest.gap(), time, sure));
    }
    burns.sort(Comparator.comparingDouble(Burn::time));
    return burns;
  }

  private record Timed(Gap gap, BurnTime burn) {

    boolean precedes(Timed next) {
      return next.burn.time() - burn.time() <= LONGEST_PAUSE;
    }
  }

  /** The campaigns of sure burns, and each other burn by itself. */
  private static List<List<Timed>> campaigns(List<Timed> timed) {
    List<Timed> ascending =
        timed.stream().sorted(Comparator.comparingDouble(each -> each.burn().time())).toList();
    List<List<Timed>> campaigns = new ArrayList<>();
    List<Timed> last = List.of();
    for (Timed each : ascending) {
      if (!each.gap().sure()) {
        campaigns.add(List.of(each));
      } else if (!last.isEmpty() && last.get(last.size() - 1).precedes(each)) {
        last.add(each);
      } else {
        last = new ArrayList<>(List.of(each));
        campaigns.add(last);
      }
    }
    return campaigns;
  }

  private double next(List<Gap> gaps, int i) {
    return gaps.subList(i + 1, gaps.size()).stream()
        .filter(Gap::sure)
        .mapToDouble(gap -> day(gap.before()))
        .findFirst()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private double day(int index) {
    return elements.get(index).epochDays();
  }

  private Burn burn(Gap gap, BurnTime time, Burns sure) {
    int after = 0;
    for (int k = elements.size() - 1; k >= 0 && day(k) > time.time(); k--) {
      after++;
    }
    return new Burn(
        gap.confidence(),
        gap.kind(),
        time.time(),
        time.earliest(),
        time.latest(),
        time.burns(),
        time.last(),
        sizes.at(time, sure),
        after);
  }

  /**
   * The status of a burn by the number of days after it, after the last one of a campaign, that
   * have an element set.
   *
   * @param later number of element sets after the arc
   */
  public Status status(Burn burn, int later) {
    long days =
        elements.stream()
            .filter(each -> each.epochDays() > burn.last())
            .mapToLong(each -> (long) Math.floor(each.epochDays()))
            .distinct()
            .count();
    return Status.after(days + later, regime);
  }

  /**
   * A pair of element sets between which a burn may lie.
   *
   * @param before index in the arc of the element set before the burn
   * @param after index of the element set after it
   * @param confidence 0 to 1
   * @param sure whether the burns next to it are reconstructed without the element sets beyond it
   * @param kind what happened there
   */
  public record Gap(int before, int after, double confidence, boolean sure, Kind kind) {}

  /**
   * A reconstructed burn or campaign; times are days since 1970-01-01 UTC.
   *
   * @param confidence of the gap; of a campaign, the highest
   * @param kind of the gap
   * @param time best estimate
   * @param earliest start of the 90 % credible interval
   * @param latest end of the interval
   * @param burns number of burns of the campaign that were detected separately, at least 1
   * @param last best estimate for the last burn
   * @param estimate of their sum; null below the noise floor, or where neighboring burns are so
   *     close that the orbit between them is unknown
   * @param elementSetsAfter number of element sets of the arc after the burn
   */
  public record Burn(
      double confidence,
      Kind kind,
      double time,
      double earliest,
      double latest,
      int burns,
      double last,
      @Nullable Estimate estimate,
      int elementSetsAfter) {}
}

package space.maneuver.detection.reconstruction;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.reconstruction.BurnPosterior.BurnTime;
import space.maneuver.detection.reconstruction.Maneuver.Estimate;
import space.maneuver.detection.reconstruction.Maneuver.Status;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.OrbitRegime;

/** Estimates time and delta-v of the burns of an arc from the orbits before and after them. */
public final class BurnReconstruction {

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
   * it.
   *
   * @param gaps ascending
   * @return in the same order
   */
  public List<Burn> burns(List<Gap> gaps) {
    List<BurnTime> timed = new ArrayList<>();
    double previous = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < gaps.size(); i++) {
      Gap gap = gaps.get(i);
      timed.add(times.in(day(gap.before()), day(gap.after()), previous, next(gaps, i)));
      if (gap.sure()) {
        previous = day(gap.after());
      }
    }
    NavigableSet<Double> sure = new TreeSet<>();
    for (int i = 0; i < gaps.size(); i++) {
      if (gaps.get(i).sure()) {
        sure.add(timed.get(i).time());
      }
    }
    return timed.stream().map(time -> burn(time, sure)).toList();
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

  private Burn burn(BurnTime time, NavigableSet<Double> sure) {
    Estimate estimate =
        sizes.at(time, sure.lower(time.time()), sure.higher(time.time()));
    int after = 0;
    for (int k = elements.size() - 1; k >= 0 && day(k) > time.time(); k--) {
      after++;
    }
    return new Burn(time.time(), time.earliest(), time.latest(), estimate, after);
  }

  /**
   * The status of a burn by the number of days after it that have an element set.
   *
   * @param later number of element sets after the arc
   */
  public Status status(Burn burn, int later) {
    long days =
        elements.stream()
            .filter(each -> each.epochDays() > burn.time())
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
   * @param sure whether the element sets beyond it tell nothing about other burns
   */
  public record Gap(int before, int after, boolean sure) {}

  /**
   * A reconstructed burn; times are days since 1970-01-01 UTC.
   *
   * @param time best estimate
   * @param earliest start of the 90 % credible interval
   * @param latest end of the interval
   * @param estimate null below the noise floor, or where neighboring burns are so close that the
   *     orbit between them is unknown
   * @param elementSetsAfter number of element sets of the arc after the burn
   */
  public record Burn(
      double time,
      double earliest,
      double latest,
      @Nullable Estimate estimate,
      int elementSetsAfter) {}
}

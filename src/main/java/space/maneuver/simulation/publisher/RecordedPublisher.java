package space.maneuver.simulation.publisher;

import java.util.List;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.Ticks;
import space.maneuver.simulation.orbit.Deviation;
import space.maneuver.simulation.orbit.Draws;
import space.maneuver.simulation.publisher.Publisher.PublishedError;

/**
 * Issues element sets with the intervals and errors of a real satellite: its quiet stretches follow
 * each other in random order, each from a random position.
 */
final class RecordedPublisher implements Publisher {

  private static final double GREATEST_THINNESS = 12;
  private static final double SHORTEST = 0.02;

  private final Draws draws;
  private final List<RecordedStretch> stretches;
  private final boolean atNode;
  private RecordedStretch stretch;
  private int place;

  /**
   * Creates a publisher.
   *
   * @param draws random numbers of the object
   * @param stretches quiet stretches of one satellite, at least one
   * @param atNode whether epochs are at the ascending node
   */
  RecordedPublisher(Draws draws, List<RecordedStretch> stretches, boolean atNode) {
    this.draws = draws;
    this.stretches = List.copyOf(stretches);
    this.atNode = atNode;
    stretch = draws.pick(this.stretches);
    place = start();
  }

  private int start() {
    return (int) draws.uniform(0, stretch.size() / 2);
  }

  @Override
  public long next(ElementSet last) {
    if (++place == stretch.size()) {
      stretch = draws.pick(stretches);
      place = start();
    }
    long ticks = last.epochTicks() + Ticks.ofDays(Math.max(stretch.interval(place), SHORTEST));
    return atNode ? IssueTimes.nearestNode(last, ticks) : ticks;
  }

  @Override
  public PublishedError error(double elapsed, double thinness) {
    PublishedError recorded = stretch.error(place);
    Deviation usual = recorded.elements();
    double thin = Math.min(thinness, GREATEST_THINNESS);
    Deviation all = usual.times(Math.sqrt(thin));
    return new PublishedError(
        new Deviation(
            thin * usual.meanMotion(), all.phase(), all.ex(), all.ey(), all.ix(), all.iy()),
        thin * recorded.drag());
  }
}

package space.maneuver.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.Ticks;
import space.maneuver.orbit.format.TleWriter;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.simulation.operator.Operator;
import space.maneuver.simulation.operator.Propulsion;
import space.maneuver.simulation.operator.SimulatedManeuver;
import space.maneuver.simulation.orbit.Deviation;
import space.maneuver.simulation.orbit.DragRate;
import space.maneuver.simulation.orbit.Draws;
import space.maneuver.simulation.orbit.Thrust;
import space.maneuver.simulation.orbit.TrueOrbit;
import space.maneuver.simulation.orbit.UnmodelledForces;
import space.maneuver.simulation.publisher.IssueTimes;
import space.maneuver.simulation.publisher.Noise;
import space.maneuver.simulation.publisher.OrbitFit;
import space.maneuver.simulation.publisher.Publisher;
import space.maneuver.simulation.publisher.Publisher.DrawnPublisher;
import space.maneuver.simulation.publisher.Publisher.PacedPublisher;
import space.maneuver.simulation.publisher.Publisher.PublishedError;
import space.maneuver.simulation.publisher.RecordedNoise;

/** The simulation of one object, whose orbit advances between element sets and thrusts. */
final class ObjectSimulation {

  private static final double FIRST_MANEUVER = 15;

  private final Draws draws;
  private final UnmodelledForces unmodelled;
  private final OrbitFit fit;
  private final Publisher publisher;
  private final @Nullable Operator operator;
  private final Deque<Thrust> thrusts = new ArrayDeque<>();
  private final List<ElementSet> elements = new ArrayList<>();
  private final List<Burn> burns = new ArrayList<>();
  private ElementSet truth;
  private boolean gradual;
  private long due;

  /**
   * Draws the habits of an object.
   *
   * @param draws random numbers of the object
   * @param start initial orbit
   * @param propulsion propulsion; none for an object that never maneuvers
   * @param recorded noise and cadence of real satellites
   * @param setsPerDay element sets per day; null for the cadence of the publisher
   */
  ObjectSimulation(
      Draws draws,
      ElementSet start,
      Propulsion propulsion,
      RecordedNoise recorded,
      @Nullable Double setsPerDay) {
    OrbitRegime regime = OrbitRegime.of(start);
    boolean low = regime == OrbitRegime.LEO;
    this.draws = draws;
    this.unmodelled = new UnmodelledForces(draws, start);
    this.fit = new OrbitFit(draws, low, low ? DragRate.perBStar(start) : 0);
    Publisher known = recorded.publisher(draws, regime);
    Publisher usual =
        known != null
            ? known
            : new DrawnPublisher(new Noise(draws, regime), new IssueTimes(draws, regime));
    this.publisher =
        setsPerDay == null
            ? usual
            : new PacedPublisher(usual, new IssueTimes(draws, regime, setsPerDay));
    this.operator = propulsion.operator(draws, start);
    this.truth = start;
    this.due = start.epochTicks() + Ticks.ofDays(FIRST_MANEUVER * draws.uniform(0.3, 3));
  }

  int size() {
    return elements.size();
  }

  LabelledHistory labelled(String name) {
    History history = History.of(elements);
    List<Burn> seen =
        burns.stream().filter(burn -> burn.start().isBefore(history.last().epoch())).toList();
    return new LabelledHistory(name, history, seen);
  }

  /** Simulates until a time, ticks, or until the object reenters. */
  void run(long end) {
    issue(truth.epochTicks());
    while (truth.epochTicks() < end) {
      long next = publisher.next(truth);
      maneuverUntil(next);
      issue(next);
    }
  }

  private void maneuverUntil(long ticks) {
    while (operator != null && Math.min(due, nextThrust()) < ticks) {
      if (thrusts.isEmpty()) {
        moveTo(due);
        SimulatedManeuver maneuver = operator.maneuver(truth);
        burns.add(maneuver.burn());
        thrusts.addAll(maneuver.thrusts());
        gradual = maneuver.gradual();
        due = maneuver.thrusts().get(maneuver.thrusts().size() - 1).ticks();
        due += Ticks.ofDays(operator.pause());
      } else if (nextThrust() < ticks) {
        fire(thrusts.removeFirst());
      } else {
        return;
      }
    }
  }

  private long nextThrust() {
    return thrusts.isEmpty() ? Long.MAX_VALUE : thrusts.getFirst().ticks();
  }

  private void fire(Thrust thrust) {
    moveTo(thrust.ticks());
    ElementSet after = TrueOrbit.kicked(truth, thrust);
    fit.burned(thrust.ticks(), Deviation.between(truth, after), gradual);
    truth = after;
  }

  private void moveTo(long ticks) {
    double elapsed = Ticks.days(ticks - truth.epochTicks());
    double bStar = unmodelled.bStar(truth.epochDays(), elapsed);
    fit.drag(truth.epochTicks(), bStar);
    ElementSet moved = TrueOrbit.advanced(truth.withDrag(bStar, 0), ticks);
    truth = unmodelled.effect(moved, elapsed).addedTo(moved);
  }

  private void issue(long ticks) {
    double elapsed =
        elements.isEmpty() ? 1 : Ticks.days(ticks - elements.get(elements.size() - 1).epochTicks());
    moveTo(ticks);
    PublishedError error = publisher.error(elapsed, fit.thinness(ticks));
    ElementSet found = fit.withDragError(fit.fitted(truth), error.drag());
    elements.add(TleWriter.rounded(error.elements().addedTo(found)));
  }
}

package space.maneuver.simulation.planting;

import java.util.List;
import space.maneuver.orbit.BurnResponse;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.simulation.orbit.Draws;

/** Draws how the element sets of the present catalogue respond to a burn. */
final class ResponseDraw {

  /**
   * Responses in LEO since about 2013, with their weights: nearly always a switch, mostly within
   * half a day.
   */
  private static final List<Weighted> LOW =
      List.of(
          new Weighted(.13, BurnResponse.IMMEDIATE),
          new Weighted(.31, new BurnResponse(0, .25)),
          new Weighted(.29, new BurnResponse(0, .5)),
          new Weighted(.08, new BurnResponse(0, .75)),
          new Weighted(.05, new BurnResponse(0, 1)),
          new Weighted(.05, new BurnResponse(0, 1.5)),
          new Weighted(.03, new BurnResponse(0, 2)),
          new Weighted(.05, new BurnResponse(1.5, 0)),
          new Weighted(.01, new BurnResponse(5, 0)));

  /** Responses beyond LEO: a switch after half a day to two days. */
  private static final List<Weighted> HIGH =
      List.of(
          new Weighted(.06, BurnResponse.IMMEDIATE),
          new Weighted(.07, new BurnResponse(0, .25)),
          new Weighted(.36, new BurnResponse(0, .5)),
          new Weighted(.05, new BurnResponse(0, .75)),
          new Weighted(.08, new BurnResponse(0, 1)),
          new Weighted(.31, new BurnResponse(0, 1.5)),
          new Weighted(.07, new BurnResponse(0, 2)));

  private record Weighted(double weight, BurnResponse response) {}

  private ResponseDraw() {}

  /** Draws a response of the present catalogue. */
  static BurnResponse of(Draws draws, OrbitRegime regime) {
    List<Weighted> choices = regime == OrbitRegime.LEO ? LOW : HIGH;
    double left = draws.uniform(0, choices.stream().mapToDouble(Weighted::weight).sum());
    for (Weighted choice : choices) {
      left -= choice.weight;
      if (left < 0) {
        return choice.response;
      }
    }
    return choices.get(choices.size() - 1).response;
  }
}

package space.maneuver.simulation.planting;

import java.util.List;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.simulation.orbit.Deviation;
import space.maneuver.simulation.orbit.Draws;

/**
 * How the element sets of a publisher take up a burn. Those younger than the delay still show the
 * orbit before it. Without a span, later ones show the new orbit at once. With a span, they are the
 * end of a least-squares line through the positions of that many days before them, which bend at
 * the burn: with f the days since the burn over the span, the rate is 3 f^2 - 2 f^3 of the final
 * one, and the position along the orbit lags behind by span f (1 - f)^2 days of drift.
 *
 * @param span days to which an element set is fitted; 0 for none
 * @param delay days after which the publisher notices the burn
 */
public record FitResponse(double span, double delay) {

  /** Element sets show a burn at once. */
  public static final FitResponse IMMEDIATE = new FitResponse(0, 0);

  /**
   * Responses in LEO since about 2013, with their weights: nearly always a switch, mostly within
   * half a day.
   */
  private static final List<Weighted> LOW =
      List.of(
          new Weighted(.13, IMMEDIATE),
          new Weighted(.31, new FitResponse(0, .25)),
          new Weighted(.29, new FitResponse(0, .5)),
          new Weighted(.08, new FitResponse(0, .75)),
          new Weighted(.05, new FitResponse(0, 1)),
          new Weighted(.05, new FitResponse(0, 1.5)),
          new Weighted(.03, new FitResponse(0, 2)),
          new Weighted(.05, new FitResponse(1.5, 0)),
          new Weighted(.01, new FitResponse(5, 0)));

  /** Responses beyond LEO: a switch after half a day to two days. */
  private static final List<Weighted> HIGH =
      List.of(
          new Weighted(.06, IMMEDIATE),
          new Weighted(.07, new FitResponse(0, .25)),
          new Weighted(.36, new FitResponse(0, .5)),
          new Weighted(.05, new FitResponse(0, .75)),
          new Weighted(.08, new FitResponse(0, 1)),
          new Weighted(.31, new FitResponse(0, 1.5)),
          new Weighted(.07, new FitResponse(0, 2)));

  /**
   * @throws IllegalArgumentException if span or delay is negative
   */
  public FitResponse {
    if (!(span >= 0) || !(delay >= 0)) {
      throw new IllegalArgumentException(
          "span and delay must be at least 0 d, not " + span + " and " + delay);
    }
  }

  private record Weighted(double weight, FitResponse response) {}

  /** Draws a response of the present catalogue. */
  public static FitResponse draw(Draws draws, OrbitRegime regime) {
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

  /**
   * Returns the share of the final change of the orbit that an element set shows, 0 to 1.
   *
   * @param days time since the burn, d
   */
  double rate(double days) {
    if (!isSeen(days)) {
      return 0;
    }
    double f = days / span;
    return days < span ? f * f * (3 - 2 * f) : 1;
  }

  /**
   * Returns the days of drift with the final rate that an element set shows along the orbit.
   *
   * @param days time since the burn, d
   */
  double phase(double days) {
    if (!isSeen(days)) {
      return 0;
    }
    double f = days / span;
    return days < span ? span * f * f * (2 - f) : days;
  }

  /** Returns whether an element set of so many days after the burn shows anything of it. */
  boolean isSeen(double days) {
    return days > 0 && days > delay;
  }

  /**
   * Returns the part of a change of the orbit that an element set shows.
   *
   * @param change difference between the orbits with and without the burn
   * @param days time since the burn, d, above 0
   */
  Deviation shown(Deviation change, double days) {
    double rate = rate(days);
    return new Deviation(
        rate * change.meanMotion(),
        phase(days) / days * change.phase(),
        rate * change.ex(),
        rate * change.ey(),
        rate * change.ix(),
        rate * change.iy());
  }
}

package space.maneuver.simulation.orbit;

import java.util.ArrayDeque;
import java.util.Deque;
import space.maneuver.math.Days;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.Ticks;

/** The true drag of the last days and its effect on the position along the orbit. */
public final class DragHistory {

  private final double perBStar;
  private final Deque<Drag> drags = new ArrayDeque<>();

  /**
   * Creates an empty history.
   *
   * @param perBStar derivative of the rate of mean motion with respect to B*, rad/s2 per 1/Earth
   *     radius; 0 for no drag
   */
  public DragHistory(double perBStar) {
    this.perBStar = perBStar;
  }

  /** Records the drag from a time onward. */
  public void add(long ticks, double bStar) {
    drags.addLast(new Drag(ticks, bStar));
  }

  /** Discards drag that was superseded before a time. */
  public void forgetBefore(long ticks) {
    while (drags.size() > 1 && drags.getFirst().ticks < ticks) {
      drags.removeFirst();
    }
  }

  /**
   * Returns how far the object was ahead of a path with its present drag.
   *
   * @param truth present orbit with its present drag
   * @param ages ages of observations, d, ascending
   * @return angle along the orbit for each age, rad
   */
  public double[] bends(ElementSet truth, double[] ages) {
    double[] bends = new double[ages.length];
    double slope = 0;
    double bend = 0;
    double last = 0;
    for (int i = 0; i < ages.length; i++) {
      double step = (ages[i] - last) * Days.SECONDS;
      long middle = truth.epochTicks() - Ticks.ofDays((ages[i] + last) / 2);
      double excess = perBStar * (bStar(middle, truth.bStar()) - truth.bStar());
      bend += slope * step + 0.5 * excess * step * step;
      slope += excess * step;
      bends[i] = bend;
      last = ages[i];
    }
    return bends;
  }

  private double bStar(long ticks, double present) {
    double bStar = drags.isEmpty() ? present : drags.getFirst().bStar;
    for (Drag drag : drags) {
      if (drag.ticks <= ticks) {
        bStar = drag.bStar;
      }
    }
    return bStar;
  }

  private record Drag(long ticks, double bStar) {}
}

package space.maneuver.math;

/** Angles without wraps. */
public final class Angles {

  private Angles() {}

  /** The same angle from -pi to pi. */
  public static double halfTurn(double angle) {
    return Math.IEEEremainder(angle, 2 * Math.PI);
  }
}

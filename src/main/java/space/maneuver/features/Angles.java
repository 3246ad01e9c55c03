package space.maneuver.features;

/** Angles without wraps. */
final class Angles {

  private Angles() {}

  /** The same angle from -pi to pi. */
  static double halfTurn(double angle) {
    return Math.IEEEremainder(angle, 2 * Math.PI);
  }
}

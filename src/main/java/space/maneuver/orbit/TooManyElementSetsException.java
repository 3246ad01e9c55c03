package space.maneuver.orbit;

/** More element sets than may be held at once. */
public final class TooManyElementSetsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TooManyElementSetsException(int limit) {
    super("more than " + limit + " element sets to hold at once");
  }
}

package space.maneuver.detection;

/** How much of the history the answer to a window may use. */
public enum WindowContext {
  /** The window alone. */
  WINDOW,
  /**
   * Element sets before and after the window too. A daily model never uses more than the window, so
   * that both are the same for it.
   */
  FULL
}

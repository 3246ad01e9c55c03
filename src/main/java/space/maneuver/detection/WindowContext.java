package space.maneuver.detection;

/** How far the answer to a window may look. */
public enum WindowContext {
  /** Nothing outside the window is shown to the network. */
  WINDOW,
  /**
   * The network sees what lies before and behind the window too. A daily model never looks further
   * than the window, so that both are the same.
   */
  FULL
}

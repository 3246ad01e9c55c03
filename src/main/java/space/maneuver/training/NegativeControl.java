package space.maneuver.training;

/** Negative controls: trained without the essential input, a network should find nothing. */
public enum NegativeControl {
  /** No control: a regular training. */
  NONE,
  /** Trains on burns moved to random times; nothing should be found. */
  SHUFFLED_LABELS,
  /**
   * Shows the network the epochs of the element sets but none of their elements. Many hits would
   * mean that the cadence of publication gives burns away.
   */
  CADENCE_ONLY
}

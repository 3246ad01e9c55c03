package space.maneuver.training;

/** A training that is kept from what it needs, to show that nothing else gives the figures. */
public enum NegativeControl {
  /** No control: the training as it is. */
  NONE,
  /** Trains on burns moved to other times; nothing should be found. */
  SHUFFLED_LABELS,
  /**
   * The network sees when element sets were issued and nothing of what they say; more than a little
   * found would mean that their times give burns away.
   */
  CADENCE_ONLY
}

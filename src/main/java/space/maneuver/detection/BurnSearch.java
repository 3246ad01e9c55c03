package space.maneuver.detection;

import space.maneuver.orbit.History;

/** Searches an arc, a history without long gaps, for burns. */
interface BurnSearch {

  /** An arc ends where there is no element set for so many days. */
  int LONGEST_GAP_DAYS = 30;

  /**
   * Searches one arc.
   *
   * @param series whether to tell what the findings rest on
   * @return {@link Findings#NONE} when there are too few element sets
   */
  Findings search(History arc, boolean series);

  /** What an arc needs, so that {@link #search} does not give {@link Findings#NONE}. */
  String needs();
}

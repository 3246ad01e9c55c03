package space.maneuver.detection;

import space.maneuver.orbit.History;

/** Searches an arc, a history without long gaps, for burns. */
interface BurnSearch {

  /**
   * Searches one arc.
   *
   * @param series whether to tell what the findings rest on
   */
  Findings search(History arc, boolean series);
}

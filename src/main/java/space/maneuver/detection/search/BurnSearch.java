package space.maneuver.detection.search;

import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.History;

/** Searches an arc, a history without long gaps, for burns. */
public interface BurnSearch {

  /** An arc ends where there is no element set for so many days. */
  int LONGEST_GAP_DAYS = 30;

  /**
   * Searches one arc.
   *
   * @param series whether to tell what the findings rest on
   * @return null when there are too few element sets
   */
  @Nullable Findings search(History arc, boolean series);

  /** What an arc needs to be searched, for a person. */
  String needs();
}

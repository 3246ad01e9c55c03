package space.maneuver.catalogue.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.Detector.Excerpt;

/**
 * A stretch of an object's history whose maneuvers a search replaces.
 *
 * @param excerpt the element sets of the stretch, with those around it that the search needs
 * @param from start of the stretch, inclusive
 * @param to end of the stretch, exclusive; null if it has no end
 * @param remaining epoch from which on element sets are still to be searched; null if there are
 *     none
 */
record Stretch(Excerpt excerpt, Instant from, @Nullable Instant to, @Nullable Instant remaining) {

  /** Whether it reaches the object's newest element set. */
  boolean newest() {
    return to == null;
  }

  /** Number of element sets that were read. */
  int elementSets() {
    return excerpt.history().size();
  }
}

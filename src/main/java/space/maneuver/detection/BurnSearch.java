package space.maneuver.detection;

import space.maneuver.orbit.History;

/** Searches an arc, a history without long gaps, for burns. */
interface BurnSearch {

  Findings search(History arc);
}

package space.maneuver.detection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.search.WindowProbability;
import space.maneuver.orbit.OrbitRegime;

/**
 * All that was found of one object.
 *
 * @param noradId catalogue number
 * @param name the newest name the source gave, if any
 * @param regime of the newest element set
 * @param measured whether the model was tried on published burns in this regime; how good it is
 *     elsewhere is not known
 * @param elementSets number used
 * @param maneuvers in order of time
 * @param windows 30-day windows at a stride of one day, in order of time
 * @param series what the report was made from; null unless asked for
 * @param notes what else there is to say; left out where there is nothing
 * @param error why the object was not searched; it then has neither maneuvers nor windows; null
 *     where it was
 */
public record ObjectReport(
    int noradId,
    @Nullable String name,
    OrbitRegime regime,
    boolean measured,
    int elementSets,
    List<Maneuver> maneuvers,
    List<WindowProbability> windows,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ObjectSeries series,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ObjectNote> notes,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ObjectError error) {

  /** The same without what it was made from. */
  public ObjectReport withoutSeries() {
    return new ObjectReport(
        noradId, name, regime, measured, elementSets, maneuvers, windows, null, notes, error);
  }
}

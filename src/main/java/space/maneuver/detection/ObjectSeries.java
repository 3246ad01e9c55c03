package space.maneuver.detection;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.search.WindowProbability;

/**
 * What a report was made from, in columns: one entry per element set but for {@code windows60}.
 *
 * @param epoch of the element set, ascending
 * @param semiMajorAxis of the published mean motion by Kepler's third law, km
 * @param altitude {@code semiMajorAxis} less the equatorial radius of WGS-72, km
 * @param inclination deg
 * @param eccentricity 0 to below 1
 * @param alongTrackResidual how far ahead along the track the element set is of where SGP4 takes
 *     the one of the day before, in standard deviations of what is usual for the object; null where
 *     the element set is none of those compared, at most one a UTC day
 * @param gapProbability calibrated probability of a burn in the gap before the element set; for a
 *     daily model, of one that shows first on its day; null where the model gives none
 * @param windows60 windows of 60 days
 */
public record ObjectSeries(
    List<Instant> epoch,
    double[] semiMajorAxis,
    double[] altitude,
    double[] inclination,
    double[] eccentricity,
    List<@Nullable Double> alongTrackResidual,
    List<@Nullable Double> gapProbability,
    @JsonProperty("windows60") Windows windows60) {

  /**
   * Windows at a stride of one day, in order of time.
   *
   * @param start begin of each, 00:00 UTC
   * @param probability that a burn starts inside, calibrated, 0 to 1
   */
  public record Windows(List<Instant> start, double[] probability) {

    static Windows of(List<WindowProbability> windows) {
      return new Windows(
          windows.stream().map(WindowProbability::start).toList(),
          windows.stream().mapToDouble(WindowProbability::probability).toArray());
    }
  }
}

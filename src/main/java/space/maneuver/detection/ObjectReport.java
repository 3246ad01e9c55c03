package space.maneuver.detection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import space.maneuver.detection.reconstruction.Maneuver;
import space.maneuver.detection.search.WindowProbability;
import space.maneuver.inference.DeadlineExceededException;
import space.maneuver.inference.OverloadedException;
import space.maneuver.inference.ShuttingDownException;
import space.maneuver.inference.WindowRunner.FailedWindowException;
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

  /**
   * What else there is to say of an object.
   *
   * @param code stable, for programs
   * @param reason for a person
   */
  public record ObjectNote(Code code, String reason) {

    /** Part of the interface; others may be added. */
    public enum Code {
      /** The orbit changed by more than a spacecraft can, so that no maneuver is listed. */
      @JsonProperty("implausible-delta-v")
      IMPLAUSIBLE_DELTA_V
    }
  }

  /**
   * Why an object has no answer.
   *
   * @param code stable, for programs
   * @param reason for a person
   */
  public record ObjectError(Code code, String reason) {

    private static final Logger LOG = LoggerFactory.getLogger(ObjectError.class);

    /** Part of the interface; others may be added. */
    public enum Code {
      /** The search has nothing to compare. */
      @JsonProperty("too-few-element-sets")
      TOO_FEW_ELEMENT_SETS,
      /** Something in the object's element sets ends the calculation. */
      @JsonProperty("search-failed")
      SEARCH_FAILED,
      /** The network failed on a window of the object. */
      @JsonProperty("prediction-failed")
      PREDICTION_FAILED
    }

    /**
     * What is answered for an object whose calculation ended in an exception. This is the one place
     * that decides which exceptions concern an object alone.
     *
     * @param exception thrown again when it concerns all that the caller asks: overload, a
     *     deadline, the end of the service
     */
    public static ObjectError of(int noradId, RuntimeException exception) {
      if (exception instanceof OverloadedException
          || exception instanceof DeadlineExceededException
          || exception instanceof ShuttingDownException) {
        throw exception;
      }
      if (exception instanceof FailedWindowException) {
        return new ObjectError(Code.PREDICTION_FAILED, String.valueOf(exception.getMessage()));
      }
      LOG.warn("object {} cannot be searched", noradId, exception);
      return new ObjectError(Code.SEARCH_FAILED, "the calculation failed: " + exception);
    }
  }

  /**
   * What a report was made from, in columns: one entry per element set but for {@code windows60}.
   *
   * @param epoch of the element set, ascending
   * @param semiMajorAxis of the published mean motion by Kepler's third law, km
   * @param altitude {@code semiMajorAxis} less the equatorial radius of WGS-72, km
   * @param inclination deg
   * @param eccentricity 0 to below 1
   * @param alongTrackResidual how far ahead along the track the element set is of where SGP4 takes
   *     the one of the day before, in standard deviations of what is usual for the object; null
   *     where the element set is none of those compared, at most one a UTC day
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
}

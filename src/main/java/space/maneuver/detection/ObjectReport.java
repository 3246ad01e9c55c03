package space.maneuver.detection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import space.maneuver.detection.reconstruction.Maneuver;
import space.maneuver.detection.reconstruction.Maneuver.Kind;
import space.maneuver.detection.search.WindowProbability;
import space.maneuver.inference.DeadlineExceededException;
import space.maneuver.inference.OverloadedException;
import space.maneuver.inference.ShuttingDownException;
import space.maneuver.inference.WindowRunner.FailedWindowException;
import space.maneuver.orbit.OrbitRegime;

/**
 * The result for one object.
 *
 * @param noradId catalogue number
 * @param name most recent name in the source, if any
 * @param regime of the newest element set
 * @param measured whether the model's accuracy was measured on published burns in this regime
 * @param elementSets number of element sets used
 * @param maneuvers in order of time
 * @param windows 30-day windows at a stride of one day, in order of time
 * @param series the series on which the report is based; null unless requested
 * @param notes remarks on the result; omitted if there are none
 * @param error why the object could not be searched, in which case it has neither maneuvers nor
 *     windows; else null
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

  /** This report with the maneuvers of some kinds only. */
  public ObjectReport withKinds(Set<Kind> kinds) {
    return new ObjectReport(
        noradId,
        name,
        regime,
        measured,
        elementSets,
        maneuvers.stream().filter(each -> kinds.contains(each.kind())).toList(),
        windows,
        series,
        notes,
        error);
  }

  /** This report with the maneuvers that may have happened at or after a time. */
  public ObjectReport since(Instant time) {
    return new ObjectReport(
        noradId,
        name,
        regime,
        measured,
        elementSets,
        maneuvers.stream().filter(each -> !each.latest().isBefore(time)).toList(),
        windows,
        series,
        notes,
        error);
  }

  /** This report without its series. */
  public ObjectReport withoutSeries() {
    return new ObjectReport(
        noradId, name, regime, measured, elementSets, maneuvers, windows, null, notes, error);
  }

  /**
   * A remark on the result for an object.
   *
   * @param code stable identifier
   * @param reason in words
   */
  public record ObjectNote(Code code, String reason) {

    /** Part of the HTTP API; more values may be added. */
    public enum Code {
      /** The orbit changed by more than a spacecraft can deliver; no maneuver is listed there. */
      @JsonProperty("implausible-delta-v")
      IMPLAUSIBLE_DELTA_V
    }
  }

  /**
   * Why an object could not be searched.
   *
   * @param code stable identifier
   * @param reason in words
   */
  public record ObjectError(Code code, String reason) {

    private static final Logger LOG = LoggerFactory.getLogger(ObjectError.class);

    /** Part of the HTTP API; more values may be added. */
    public enum Code {
      /** There are too few element sets to search. */
      @JsonProperty("too-few-element-sets")
      TOO_FEW_ELEMENT_SETS,
      /** The computation failed on the object's element sets. */
      @JsonProperty("search-failed")
      SEARCH_FAILED,
      /** The network failed on a window of the object. */
      @JsonProperty("prediction-failed")
      PREDICTION_FAILED
    }

    /**
     * Converts the exception of a failed search to an error of the object. This is the only place
     * that decides which exceptions concern a single object.
     *
     * @param exception rethrown if it concerns the whole request: overload, a deadline, shutdown
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
      return new ObjectError(Code.SEARCH_FAILED, "the computation failed: " + exception);
    }
  }

  /**
   * The series on which a report is based, as columns with one entry per element set, except for
   * {@code windows60}.
   *
   * @param epoch of the element set, ascending
   * @param semiMajorAxis from the published mean motion by Kepler's third law, km
   * @param altitude {@code semiMajorAxis} less the equatorial radius of WGS-72, km
   * @param inclination deg
   * @param eccentricity 0 to below 1
   * @param alongTrackResidual along-track residual against the previous step propagated by SGP4,
   *     positive if ahead, in standard deviations of the object's noise; null where the element set
   *     is not a step (at most one a UTC day is)
   * @param gapProbability calibrated probability of a burn in the gap before the element set; for a
   *     daily model, of a burn that first shows on its day; null where the model gives none
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
     * @param start start of each window, 00:00 UTC
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

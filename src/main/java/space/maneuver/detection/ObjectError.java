package space.maneuver.detection;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import space.maneuver.inference.DeadlineExceededException;
import space.maneuver.inference.FailedWindowException;
import space.maneuver.inference.OverloadedException;
import space.maneuver.inference.ShuttingDownException;

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
   * @param exception thrown again when it concerns all that the caller asks: overload, a deadline,
   *     the end of the service
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

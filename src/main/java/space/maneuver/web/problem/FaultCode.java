package space.maneuver.web.problem;

import space.maneuver.web.problem.Problem.Codes;

/** The kinds of fault of one window. Their codes are part of the API. */
public enum FaultCode {
  MISSING_FIELD,
  WRONG_TYPE,
  OUT_OF_RANGE,
  NOT_FINITE,
  WRONG_WIDTH,
  WRONG_STEPS,
  TOO_MANY_STEPS,
  MISSING_VALUE,
  NO_OBSERVATION,
  /** The window was made for the features of another model. */
  WRONG_MODEL,
  MALFORMED_JSON,
  LINE_TOO_LONG,
  /** The network failed on the window. */
  PREDICTION_FAILED;

  /** Returns the stable code, in lower case with hyphens. */
  public String code() {
    return Codes.of(this);
  }
}

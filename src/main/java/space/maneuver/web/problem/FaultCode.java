package space.maneuver.web.problem;

import space.maneuver.web.problem.Problem.Codes;

/** Everything that can be wrong with one window. The code of each is part of the interface. */
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
  /** Made for the features of another model. */
  WRONG_MODEL,
  MALFORMED_JSON,
  LINE_TOO_LONG,
  /** The network failed on it. */
  PREDICTION_FAILED;

  /** Stable, in lower case with hyphens. */
  public String code() {
    return Codes.of(this);
  }
}

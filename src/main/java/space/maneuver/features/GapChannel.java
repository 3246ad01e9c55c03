package space.maneuver.features;

/**
 * The channels of the gap between element set k and the one before it; before scaling all are in
 * km. R, T and N are the radial, transverse and normal unit vectors of the actual orbit, a its
 * semi-major axis.
 */
enum GapChannel {
  F1_AXIS("F1da", 0, residual("semi-major axis by vis-viva")),
  F1_ALONG("F1dT", 0, residual("arc along the track, -atan2(predicted.T, predicted.R) r")),
  F1_CROSS("F1dN", 0, residual("(actual - predicted).N")),
  F1_ECCENTRICITY_NODE("F1dx", 0, residual("eccentricity vector towards the node, x a")),
  F1_ECCENTRICITY_AHEAD("F1dy", 0, residual("eccentricity vector 90 deg ahead of the node, x a")),
  F1_TILT_NODE("F1ix", 0, residual("unit normal towards the node, x a")),
  F1_TILT_AHEAD("F1iy", 0, residual("unit normal 90 deg ahead of the node, x a")),
  F2_ALONG("F2dT", 0, "as F1dT, from elset k-2"),
  F3_ALONG("F3dT", 0, "as F1dT, from elset k-3"),
  B1_ALONG("B1dT", 0, "as F1dT, of elset k-1 at its epoch minus elset k propagated back to it"),
  B1_AXIS("B1da", 0, "as F1da, of elset k-1 at its epoch minus elset k propagated back to it"),
  STEP_AXIS_2("sa2", 1, step(2, "semi-major axis of the mean motion by Kepler's third law")),
  STEP_AXIS_3("sa3", 2, step(3, "semi-major axis of the mean motion by Kepler's third law")),
  STEP_AXIS_5("sa5", 4, step(5, "semi-major axis of the mean motion by Kepler's third law")),
  STEP_INCLINATION("si3", 2, step(3, "i cos D, x a")),
  STEP_NODE("sO3", 2, step(3, "sin i sin D, x a")),
  STEP_H("sh3", 2, step(3, "e sin(w + D cos i), x a")),
  STEP_K("sk3", 2, step(3, "e cos(w + D cos i), x a")),
  PHASE_1("p1", 1, phase(1)),
  PHASE_2("p2", 2, phase(2)),
  PHASE_3("p3", 3, phase(3)),
  PHASE_5("p5", 5, phase(5)),
  PHASE_8("p8", 8, phase(8)),
  EXTRAPOLATION_3("e3", 0, extrapolation(3)),
  EXTRAPOLATION_5("e5", 0, extrapolation(5)),
  KINK_3("kq3", 2, kink(3, "1, t")),
  KINK_5("kq5", 4, kink(5, "1, t, t^2")),
  KINK_8("kq8", 7, kink(8, "1, t, t^2"));

  private static final String PHASE =
      "phase M + w (within 25 deg of the equator + integral cos(i) dO) by the rates of SGP4 (Hoots"
          + " and Roehrich 1980)";

  private final String label;
  private final int lookAhead;
  private final String formula;

  GapChannel(String label, int lookAhead, String formula) {
    this.label = label;
    this.lookAhead = lookAhead;
    this.formula = formula;
  }

  /** Short name in the schema. */
  String label() {
    return label;
  }

  /** Element sets after k that the channel needs. */
  int lookAhead() {
    return lookAhead;
  }

  /** Definition and source. */
  String formula() {
    return formula;
  }

  private static String residual(String of) {
    return "elset k at its epoch minus elset k-1 propagated to it by SGP4 or SDP4 (Vallado et al."
        + " 2006): "
        + of;
  }

  private static String step(int side, String of) {
    return String.format(
        "median over %d elsets from k on minus median over the %d before, less the median of the"
            + " last 60 daily rates x the difference of the median times: %s; D is the right"
            + " ascension of the node from that of elset k, without its J2 rate (Vallado,"
            + " Fundamentals of Astrodynamics, 9.6)",
        side, side, of);
  }

  private static String phase(int side) {
    return String.format(
        "Theil-Sen slope of %s over k..k+%d minus that over k-1-%d..k-1, x -2a/3n (Gauss'"
            + " equations)",
        PHASE, side, side);
  }

  private static String extrapolation(int side) {
    return String.format(
        "%s of elset k minus its extrapolation from k-1 by the Theil-Sen slope over k-1-%d..k-1,"
            + " x a",
        PHASE, side);
  }

  private static String kink(int side, String basis) {
    return String.format(
        "Huber's least squares of %s over k-%d..k+%d by %s and max(0, t - middle of the gap): the"
            + " last coefficient, x -2a/3n",
        PHASE, side, side - 1, basis);
  }
}

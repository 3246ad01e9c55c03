package space.maneuver.features.gap;

import java.util.Arrays;

/**
 * The channels of the gap between step k and the previous step; before scaling all are in km. R, T
 * and N are the radial, transverse and normal unit vectors of the actual orbit, a is its semi-major
 * axis, and m is the {@link Cadence}'s typical gap.
 */
enum GapChannel {
  F1_AXIS("F1da", Kind.RESIDUAL, 1, residual("semi-major axis from the vis-viva equation")),
  F1_ALONG(
      "F1dT",
      Kind.RESIDUAL,
      1,
      residual("arc along the track, -atan2(predicted.T, predicted.R) r, divided by m")),
  F1_CROSS("F1dN", Kind.RESIDUAL, 1, residual("cross-track, (actual - predicted).N")),
  F1_ECCENTRICITY_NODE(
      "F1dx", Kind.RESIDUAL, 1, residual("eccentricity vector towards the node, times a")),
  F1_ECCENTRICITY_AHEAD(
      "F1dy", Kind.RESIDUAL, 1, residual("eccentricity vector 90 deg ahead of the node, times a")),
  F1_TILT_NODE("F1ix", Kind.RESIDUAL, 1, residual("unit orbit normal towards the node, times a")),
  F1_TILT_AHEAD(
      "F1iy", Kind.RESIDUAL, 1, residual("unit orbit normal 90 deg ahead of the node, times a")),
  F2_ALONG("F2dT", Kind.RESIDUAL, 2, lagged(2)),
  F3_ALONG("F3dT", Kind.RESIDUAL, 3, lagged(3)),
  B1_ALONG("B1dT", Kind.RESIDUAL, 1, backward("F1dT")),
  B1_AXIS("B1da", Kind.RESIDUAL, 1, backward("F1da")),
  STEP_AXIS_2("sa2", Kind.STEP, 2, step(2, axis())),
  STEP_AXIS_3("sa3", Kind.STEP, 3, step(3, axis())),
  STEP_AXIS_5("sa5", Kind.STEP, 5, step(5, axis())),
  STEP_INCLINATION("si3", Kind.STEP, 3, step(3, "i cos D, times a")),
  STEP_NODE("sO3", Kind.STEP, 3, step(3, "sin i sin D, times a")),
  STEP_H("sh3", Kind.STEP, 3, step(3, "e sin(w + D cos i), times a")),
  STEP_K("sk3", Kind.STEP, 3, step(3, "e cos(w + D cos i), times a")),
  PHASE_1("p1", Kind.PHASE, 1, phase(1)),
  PHASE_2("p2", Kind.PHASE, 2, phase(2)),
  PHASE_3("p3", Kind.PHASE, 3, phase(3)),
  PHASE_5("p5", Kind.PHASE, 5, phase(5)),
  PHASE_8("p8", Kind.PHASE, 8, phase(8)),
  EXTRAPOLATION_3("e3", Kind.EXTRAPOLATION, 3, extrapolation(3)),
  EXTRAPOLATION_5("e5", Kind.EXTRAPOLATION, 5, extrapolation(5)),
  KINK_3("kq3", Kind.KINK, 3, kink(3, 2, "1, t")),
  KINK_5("kq5", Kind.QUADRATIC_KINK, 5, kink(5, 3, "1, t, t^2")),
  KINK_8("kq8", Kind.QUADRATIC_KINK, 8, kink(8, 3, "1, t, t^2"));

  /** How a channel is computed. */
  enum Kind {
    RESIDUAL(1),
    STEP(1),
    PHASE(1),
    EXTRAPOLATION(1),
    KINK(2),
    QUADRATIC_KINK(3);

    private final int fewest;

    Kind(int fewest) {
      this.fewest = fewest;
    }
  }

  private final String label;
  private final Kind kind;
  private final int days;
  private final String formula;

  GapChannel(String label, Kind kind, int days, String formula) {
    this.label = label;
    this.kind = kind;
    this.days = days;
    this.formula = formula;
  }

  /** Short name in the schema. */
  String label() {
    return label;
  }

  Kind kind() {
    return kind;
  }

  /** Number of steps on each side of gap k, enough for the channel's fit. */
  int side(Cadence cadence, int k) {
    return cadence.steps(days, kind.fewest, k);
  }

  /** Typical duration of {@link #side} steps, in units of the channel's days. */
  double stretch(Cadence cadence, int k) {
    return side(cadence, k) * cadence.typicalGap(k) / days;
  }

  /** Number of steps after k that the channel needs. */
  int lookAhead(Cadence cadence, int k) {
    return switch (kind) {
      case RESIDUAL, EXTRAPOLATION -> 0;
      case STEP, KINK, QUADRATIC_KINK -> side(cadence, k) - 1;
      case PHASE -> side(cadence, k);
    };
  }

  /** Upper bound of {@link #lookAhead}. */
  int farthestAhead() {
    return kind == Kind.RESIDUAL || kind == Kind.EXTRAPOLATION ? 0 : days;
  }

  /** Definition and source. */
  String formula() {
    return formula;
  }

  private static String residual(String of) {
    return "step k minus step k-1 propagated to the epoch of step k by SGP4 or SDP4 (Vallado et al."
        + " 2006): "
        + of;
  }

  private static String lagged(int lag) {
    return String.format(
        "F1dT with step k-L in place of step k-1, L = steps(%d d), divided by L m / %d d",
        lag, lag);
  }

  private static String backward(String as) {
    return as + " of step k-1 minus step k propagated back to the epoch of step k-1";
  }

  private static String axis() {
    return "semi-major axis from the mean motion by Kepler's third law";
  }

  private static String step(int side, String of) {
    return String.format(
        "median of the J steps from k on minus median of the J steps before k, J = steps(%d d), less"
            + " the drift between their median times at the median daily rate of the last"
            + " steps(60 d) gaps: %s; D is the right ascension of the node relative to that of step"
            + " k, less its secular J2 rate (Vallado, Fundamentals of Astrodynamics, 9.6)",
        side, of);
  }

  private static String phase() {
    return "the phase M + w (for inclinations within 25 deg of the equator plus the integral of"
        + " cos(i) dO), with the secular rates of SGP4 (Hoots and Roehrich 1980),";
  }

  private static String phase(int side) {
    return String.format(
        "Theil-Sen slope of %s over k..k+J minus that over k-1-J..k-1, J = steps(%d d), times"
            + " -2a/3n (Gauss' equations)",
        phase(), side);
  }

  private static String extrapolation(int side) {
    return String.format(
        "%s of step k minus its extrapolation from k-1 by the Theil-Sen slope over k-1-J..k-1,"
            + " J = steps(%d d), times a / m",
        phase(), side);
  }

  private static String kink(int side, int fewest, String basis) {
    return String.format(
        "Huber regression of %s over k-J..k+J-1, J = steps(%d d) but at least %d, on %s and"
            + " max(0, t - middle of the gap): the last coefficient, times -2a/3n",
        phase(), side, fewest, basis);
  }

  /** A value for each channel and gap; NaN where missing. */
  static final class GapValues {

    private static final GapChannel[] CHANNELS = GapChannel.values();

    private final double[][] columns;

    /** Creates values that are all missing. */
    GapValues(int gaps) {
      columns = new double[CHANNELS.length][gaps];
      for (double[] column : columns) {
        Arrays.fill(column, Double.NaN);
      }
    }

    double get(GapChannel channel, int k) {
      return columns[channel.ordinal()][k];
    }

    /** Sets a value; one that is not finite becomes missing. */
    void set(GapChannel channel, int k, double value) {
      columns[channel.ordinal()][k] = Double.isFinite(value) ? value : Double.NaN;
    }

    /** The values of all gaps, not copied. */
    double[] column(GapChannel channel) {
      return columns[channel.ordinal()];
    }
  }
}

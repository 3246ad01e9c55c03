package space.maneuver.features.gap;

import org.jspecify.annotations.Nullable;
import space.maneuver.features.gap.GapChannel.GapValues;
import space.maneuver.features.gap.OrbitFrame.Residual;
import space.maneuver.features.gap.Steps.Ephemeris;

/**
 * The residuals between steps and other steps propagated to their epochs by SGP4. A residual is
 * missing if the propagation fails.
 */
final class SgpResiduals {

  private final Steps steps;
  private final Cadence cadence;
  private final GapValues values;

  private SgpResiduals(Steps steps, Cadence cadence, GapValues values) {
    this.steps = steps;
    this.cadence = cadence;
    this.values = values;
  }

  /** Computes the residuals and stores them in {@code values}. */
  static void fill(Steps steps, Cadence cadence, GapValues values) {
    SgpResiduals residuals = new SgpResiduals(steps, cadence, values);
    for (int k = 1; k < steps.size(); k++) {
      Ephemeris now = steps.ephemeris(k);
      if (now != null) {
        residuals.fill(k, now);
      }
    }
  }

  private void fill(int k, Ephemeris now) {
    Ephemeris previous = steps.ephemeris(k - 1);
    if (previous != null) {
      forward(k, now, previous);
      backward(k, now, previous);
    }
    along(GapChannel.F2_ALONG, k, now);
    along(GapChannel.F3_ALONG, k, now);
  }

  private void forward(int k, Ephemeris now, Ephemeris previous) {
    OrbitFrame predicted = previous.at(now.date());
    if (predicted != null) {
      Residual residual = Residual.between(now.own(), predicted);
      values.set(GapChannel.F1_AXIS, k, residual.semiMajorAxis());
      setAlong(GapChannel.F1_ALONG, k, residual.alongTrack());
      values.set(GapChannel.F1_CROSS, k, residual.crossTrack());
      values.set(GapChannel.F1_ECCENTRICITY_NODE, k, residual.eccentricityToNode());
      values.set(GapChannel.F1_ECCENTRICITY_AHEAD, k, residual.eccentricityAhead());
      values.set(GapChannel.F1_TILT_NODE, k, residual.tiltToNode());
      values.set(GapChannel.F1_TILT_AHEAD, k, residual.tiltAhead());
    }
  }

  private void backward(int k, Ephemeris now, Ephemeris previous) {
    OrbitFrame predicted = now.at(previous.date());
    if (predicted != null) {
      OrbitFrame actual = previous.own();
      setAlong(GapChannel.B1_ALONG, k, Residual.alongTrack(actual, predicted));
      values.set(GapChannel.B1_AXIS, k, actual.semiMajorAxis() - predicted.semiMajorAxis());
    }
  }

  private void along(GapChannel channel, int k, Ephemeris now) {
    Ephemeris earlier = steps.ephemeris(k - channel.side(cadence, k));
    @Nullable OrbitFrame predicted = earlier == null ? null : earlier.at(now.date());
    if (predicted != null) {
      setAlong(channel, k, Residual.alongTrack(now.own(), predicted));
    }
  }

  /** Scales a drift, which grows with time, to the channel's span at one step a day. */
  private void setAlong(GapChannel channel, int k, double drift) {
    values.set(channel, k, drift / channel.stretch(cadence, k));
  }
}

package space.maneuver.features;

import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.ElementSet;

/**
 * The residuals of a history's element sets against each other's propagation. What a failed
 * propagation takes part in is missing.
 */
final class SgpResiduals {

  private static final int LONGEST_LAG = 3;

  private final GapValues values;
  private final boolean[] propagated;

  /** Computes the residuals into the columns of their channels. */
  SgpResiduals(List<ElementSet> elements, GapValues values) {
    this.values = values;
    propagated = new boolean[elements.size()];
    @Nullable Ephemeris[] lagged = new Ephemeris[LONGEST_LAG];
    for (int k = 0; k < propagated.length; k++) {
      Ephemeris now = Ephemeris.of(elements.get(k));
      if (now != null) {
        propagated[k] = true;
        fill(k, now, lagged);
      }
      lagged[2] = lagged[1];
      lagged[1] = lagged[0];
      lagged[0] = now;
    }
  }

  /** Whether element set k can be propagated at least to its own epoch. */
  boolean propagated(int k) {
    return propagated[k];
  }

  private void fill(int k, Ephemeris now, @Nullable Ephemeris[] lagged) {
    Ephemeris previous = lagged[0];
    if (previous != null) {
      forward(k, now, previous);
      backward(k, now, previous);
    }
    along(GapChannel.F2_ALONG, k, now, lagged[1]);
    along(GapChannel.F3_ALONG, k, now, lagged[2]);
  }

  private void forward(int k, Ephemeris now, Ephemeris previous) {
    OrbitFrame predicted = previous.at(now.date());
    if (predicted != null) {
      Residual residual = Residual.between(now.own(), predicted);
      values.set(GapChannel.F1_AXIS, k, residual.semiMajorAxis());
      values.set(GapChannel.F1_ALONG, k, residual.alongTrack());
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
      values.set(GapChannel.B1_ALONG, k, Residual.alongTrack(actual, predicted));
      values.set(GapChannel.B1_AXIS, k, actual.semiMajorAxis() - predicted.semiMajorAxis());
    }
  }

  private void along(GapChannel channel, int k, Ephemeris now, @Nullable Ephemeris earlier) {
    OrbitFrame predicted = earlier == null ? null : earlier.at(now.date());
    if (predicted != null) {
      values.set(channel, k, Residual.alongTrack(now.own(), predicted));
    }
  }
}

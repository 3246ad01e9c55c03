package space.maneuver.evaluation;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.fitting.PolynomialCurveFitter;
import org.hipparchus.fitting.WeightedObservedPoint;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.hipparchus.util.FastMath;
import org.orekit.propagation.analytical.tle.TLEPropagator;
import org.orekit.utils.PVCoordinates;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.Sgp4;

/** Signals of detectors without a network, to compare networks with: each is one change per gap. */
public enum Baseline {
  /** Change of the semi-major axis from one element set to the next, km. */
  AXIS_JUMP {
    @Override
    double[] changes(List<ElementSet> elements) {
      double[] jumps = missing(elements);
      for (int k = 1; k < jumps.length; k++) {
        jumps[k] = elements.get(k).semiMajorAxis() - elements.get(k - 1).semiMajorAxis();
      }
      return jumps;
    }
  },

  /** Along-track distance from the previous element set propagated by SGP4 or SDP4, km. */
  ALONG_TRACK_RESIDUAL {
    @Override
    double[] changes(List<ElementSet> elements) {
      double[] residuals = missing(elements);
      for (int k = 1; k < residuals.length; k++) {
        ElementSet before = elements.get(k - 1);
        ElementSet now = elements.get(k);
        Double residual = Sgp4.attempt(() -> residual(before, now));
        residuals[k] = residual == null ? Double.NaN : residual;
      }
      return residuals;
    }

    private double residual(ElementSet before, ElementSet now) {
      TLEPropagator own = Sgp4.propagator(now);
      PVCoordinates actual = own.getPVCoordinates(own.getTLE().getDate());
      Vector3D predicted =
          Sgp4.propagator(before).getPVCoordinates(own.getTLE().getDate()).getPosition();
      Vector3D radial = actual.getPosition().normalize();
      Vector3D transverse = actual.getMomentum().normalize().crossProduct(radial);
      double angle = FastMath.atan2(predicted.dotProduct(transverse), predicted.dotProduct(radial));
      return -angle * actual.getPosition().getNorm() / METRES_PER_KM;
    }
  },

  /**
   * Difference between parabolas through the semi-major axes before and after the gap, km (Kelecy,
   * Hall, Hamada and Stocker, "Satellite Maneuver Detection Using Two-line Element (TLE) Data",
   * AMOS 2007).
   */
  POLYNOMIAL_FITS {
    @Override
    double[] changes(List<ElementSet> elements) {
      double[] steps = missing(elements);
      for (int k = SIDE; k + SIDE <= steps.length; k++) {
        double middle = (elements.get(k - 1).epochDays() + elements.get(k).epochDays()) / 2;
        steps[k] =
            level(elements.subList(k, k + SIDE), middle)
                - level(elements.subList(k - SIDE, k), middle);
      }
      return steps;
    }

    private double level(List<ElementSet> side, double middle) {
      return PolynomialCurveFitter.create(DEGREE)
          .fit(
              side.stream()
                  .map(
                      each ->
                          new WeightedObservedPoint(
                              1, each.epochDays() - middle, each.semiMajorAxis()))
                  .toList())[0];
    }
  };

  private static final double METRES_PER_KM = 1000;
  private static final int SIDE = 10;
  private static final int DEGREE = 2;

  /**
   * Computes the change over the gap before each element set.
   *
   * @param elements history in order of epoch
   * @return one value per element set, km; NaN where missing, as for the first
   */
  abstract double[] changes(List<ElementSet> elements);

  private static double[] missing(List<ElementSet> elements) {
    double[] all = new double[elements.size()];
    Arrays.fill(all, Double.NaN);
    return all;
  }
}

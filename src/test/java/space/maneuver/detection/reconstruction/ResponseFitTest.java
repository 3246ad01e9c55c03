package space.maneuver.detection.reconstruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import space.maneuver.detection.reconstruction.ResponseFit.RateChange;
import space.maneuver.detection.reconstruction.Trajectories.PredictionNoise;
import space.maneuver.orbit.BurnResponse;

class ResponseFitTest {

  private static final int SIZE = 11;
  private static final double TIME = 0.3;

  /** Weight of an equation without a misfit: (2 + 1) / (2 + 0). */
  private static final double WEIGHT = 1.5;

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 0.5", "5, 0"})
  void changeOfAnExactResponseAndItsSigmaAreThoseOfAQrDecomposition(double span, double delay) {
    BurnResponse response = new BurnResponse(span, delay);
    double[] times = new double[SIZE];
    double[] phases = new double[SIZE];
    double[] rates = new double[SIZE];
    double[][] equations = new double[2 * SIZE + 1][];
    for (int i = 0; i < SIZE; i++) {
      double t = i - 5;
      double after = t - TIME;
      times[i] = t;
      phases[i] = 2 + 0.5 * t + 3 * response.phase(after);
      rates[i] = 0.5 + 3 * response.rate(after);
      equations[i] = row(0.36, 1, t, t * t, response.phase(after));
      equations[SIZE + i] = row(1.5 * 10, 0, 1, 2 * t, response.rate(after));
    }
    equations[2 * SIZE] = row(0.3, 0, 0, 1, 0);
    PhaseTrack track = new PhaseTrack(times, phases, rates, -10, false);
    ResponseFit fit = new ResponseFit(track, new PredictionNoise(1, 1, 1), 1.5, 0, 0);

    RateChange change = fit.at(TIME, response);

    RealMatrix a = new Array2DRowRealMatrix(equations);
    double variance =
        new QRDecomposition(a.transposeMultiply(a).scalarMultiply(WEIGHT))
            .getSolver()
            .getInverse()
            .getEntry(3, 3);
    assertThat(change.change()).isCloseTo(3, within(1e-6));
    assertThat(change.sigma()).isCloseTo(Math.sqrt(variance), within(1e-6));
    assertThat(change.logLikelihood())
        .isCloseTo(1.5 * (2 * SIZE + 1) * Math.log(WEIGHT), within(1e-6));
  }

  private static double[] row(double noise, double... terms) {
    double[] row = new double[terms.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = terms[i] / noise;
    }
    return row;
  }
}

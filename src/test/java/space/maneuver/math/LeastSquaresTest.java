package space.maneuver.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.DiagonalMatrix;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;

class LeastSquaresTest {

  private static final int POINTS = 20;
  private static final int TERMS = 4;

  private final double[][] basis = new double[POINTS][TERMS];
  private final double[] values = new double[POINTS];
  private final double[] weights = new double[POINTS];

  LeastSquaresTest() {
    Random random = new Random(1);
    for (int i = 0; i < POINTS; i++) {
      for (int term = 0; term < TERMS; term++) {
        basis[i][term] = random.nextGaussian();
      }
      values[i] = random.nextGaussian();
      weights[i] = random.nextDouble();
    }
  }

  @Test
  void solutionIsThatOfAQrDecomposition() {
    assertThat(new LeastSquares(basis, values, weights).solve())
        .containsExactly(expected(0), within(1e-12));
  }

  @Test
  void penaltyAddsToTheInformationOfItsCoefficient() {
    assertThat(new LeastSquares(basis, values, weights).penalise(2, 3).solve())
        .containsExactly(expected(3), within(1e-12));
  }

  @Test
  void coefficientThatNoPointDeterminesIsNotFiniteUnlessAPenaltyHoldsIt() {
    for (double[] row : basis) {
      row[2] = 0;
    }

    assertThat(new LeastSquares(basis, values, weights).solve()[2]).isNaN();
    assertThat(new LeastSquares(basis, values, weights).penalise(2, 1e-9).solve()[2]).isZero();
  }

  private double[] expected(double penalty) {
    RealVector right = transposedByWeight().operate(new ArrayRealVector(values));
    return new QRDecomposition(normal(penalty)).getSolver().solve(right).toArray();
  }

  private RealMatrix normal(double penalty) {
    RealMatrix normal = transposedByWeight().multiply(new Array2DRowRealMatrix(basis));
    normal.addToEntry(2, 2, penalty);
    return normal;
  }

  private RealMatrix transposedByWeight() {
    return new Array2DRowRealMatrix(basis).transpose().multiply(new DiagonalMatrix(weights));
  }
}

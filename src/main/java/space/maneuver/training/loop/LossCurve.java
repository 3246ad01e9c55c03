package space.maneuver.training.loop;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The losses of a training: a mean for each hundredth of it, and every validation. */
public final class LossCurve {

  private static final int POINTS = 100;

  private final int steps;
  private final double[] sums;
  private final int[] counts;
  private final List<Double> validations = new ArrayList<>();

  /**
   * Creates an empty curve.
   *
   * @param steps number of steps of the whole training
   */
  public LossCurve(int steps) {
    this.steps = steps;
    sums = new double[Math.min(POINTS, steps)];
    counts = new int[sums.length];
  }

  /** Adds the loss of a step, numbered from 1. */
  public void add(int step, double loss) {
    int point = (int) ((long) (step - 1) * sums.length / steps);
    sums[point] += loss;
    counts[point]++;
  }

  /** Adds the loss of a validation. */
  public void addValidation(double loss) {
    validations.add(loss);
  }

  /** Returns the mean loss of each hundredth that has begun. */
  public double[] losses() {
    List<Double> losses = new ArrayList<>();
    for (int i = 0; i < sums.length && counts[i] > 0; i++) {
      losses.add(sums[i] / counts[i]);
    }
    return losses.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Returns the losses of all validations. */
  public double[] validations() {
    return validations.stream().mapToDouble(Double::doubleValue).toArray();
  }

  void write(DataOutput to) throws IOException {
    to.writeInt(steps);
    for (int i = 0; i < sums.length; i++) {
      to.writeDouble(sums[i]);
      to.writeInt(counts[i]);
    }
    to.writeInt(validations.size());
    for (double loss : validations) {
      to.writeDouble(loss);
    }
  }

  static LossCurve read(DataInput from) throws IOException {
    LossCurve curve = new LossCurve(from.readInt());
    for (int i = 0; i < curve.sums.length; i++) {
      curve.sums[i] = from.readDouble();
      curve.counts[i] = from.readInt();
    }
    int validations = from.readInt();
    for (int i = 0; i < validations; i++) {
      curve.validations.add(from.readDouble());
    }
    return curve;
  }
}

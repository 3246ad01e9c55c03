package space.maneuver.model.torch;

import java.util.Map;
import java.util.Objects;
import space.maneuver.torchscript.ManeuverLstmNetwork;
import space.maneuver.torchscript.Tensor;

/**
 * The equations of the LSTM, for one sequence at a time, in double precision, without a library.
 */
record ReferenceLstm(ManeuverLstmNetwork network, Map<String, Tensor> parameters) {

  /** Returns the logit after each step of a sequence, (steps) from (steps, inputs). */
  double[] logits(float[][] sequence) {
    double[][] states = new double[sequence.length][];
    for (int step = 0; step < sequence.length; step++) {
      states[step] = new double[network.inputs()];
      for (int i = 0; i < network.inputs(); i++) {
        states[step][i] = sequence[step][i];
      }
    }
    for (int layer = 0; layer < network.layers(); layer++) {
      states = layer(layer, states);
    }
    double[] logits = new double[states.length];
    for (int step = 0; step < states.length; step++) {
      logits[step] = values("classifier_bias")[0];
      for (int unit = 0; unit < network.hidden(); unit++) {
        logits[step] += values("classifier_weight")[unit] * states[step][unit];
      }
    }
    return logits;
  }

  private double[][] layer(int layer, double[][] inputs) {
    int hidden = network.hidden();
    double[][] states = new double[inputs.length][hidden];
    double[] state = new double[hidden];
    double[] cell = new double[hidden];
    for (int step = 0; step < inputs.length; step++) {
      double[] gates = new double[4 * hidden];
      for (int gate = 0; gate < gates.length; gate++) {
        gates[gate] =
            values("bias_ih_l" + layer)[gate]
                + values("bias_hh_l" + layer)[gate]
                + dot(values("weight_ih_l" + layer), gate, inputs[step])
                + dot(values("weight_hh_l" + layer), gate, state);
      }
      for (int unit = 0; unit < hidden; unit++) {
        double forget = sigmoid(gates[hidden + unit]);
        double fresh = sigmoid(gates[unit]) * Math.tanh(gates[2 * hidden + unit]);
        cell[unit] = forget * cell[unit] + fresh;
        states[step][unit] = sigmoid(gates[3 * hidden + unit]) * Math.tanh(cell[unit]);
      }
      state = states[step];
    }
    return states;
  }

  private float[] values(String name) {
    return Objects.requireNonNull(parameters.get(name), name).values();
  }

  private static double dot(float[] matrix, int row, double[] vector) {
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      sum += matrix[row * vector.length + i] * vector[i];
    }
    return sum;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}

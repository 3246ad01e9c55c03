package space.maneuver.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static space.maneuver.model.torch.Sequences.INPUTS;
import static space.maneuver.model.torch.Sequences.LENGTHS;
import static space.maneuver.model.torch.Sequences.batch;
import static space.maneuver.model.torch.Sequences.rows;

import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import space.maneuver.torchscript.Readout;
import space.maneuver.torchscript.StepArchitecture;
import space.maneuver.torchscript.StepEnsemble;
import space.maneuver.torchscript.StepNetwork;

class StepNetworkTest {

  @ParameterizedTest
  @EnumSource
  void paddingAndNeighboursInABatchDoNotMatter(StepArchitecture architecture) throws IOException {
    try (TorchNetwork network = network(architecture)) {
      float[][] rows = rows(1);
      float[] together = network.run("steps", batch(rows, 25, 9f), new Shape(4, 25));
      float[] windows = network.run("forward", batch(rows, 25, 9f), new Shape(4));
      for (int row = 0; row < LENGTHS.length; row++) {
        WindowBatch alone = batch(new float[][] {rows[row]}, LENGTHS[row], 0);
        float[] steps = network.run("steps", alone, new Shape(1, LENGTHS[row]));
        float largest = Float.NEGATIVE_INFINITY;
        for (int step = 0; step < LENGTHS[row]; step++) {
          assertThat(together[row * 25 + step]).isCloseTo(steps[step], within(1e-5f));
          largest = Math.max(largest, steps[step]);
        }
        for (int step = LENGTHS[row]; step < 25; step++) {
          assertThat(together[row * 25 + step]).isZero();
        }
        assertThat(windows[row]).isCloseTo(largest, within(1e-5f));
      }
    }
  }

  @Test
  void membersReturnTheMeanOfTheirLogits() throws IOException {
    StepNetwork member =
        new StepNetwork(StepArchitecture.BILSTM, Readout.EVERY_STEP, INPUTS, 8, 0.3);
    WindowBatch batch = batch(rows(1), 25, 9f);
    Shape shape = new Shape(4, 25);
    try (TorchNetwork both = new TorchNetwork(new StepEnsemble(member, 2).initialise(3).toBytes());
        TorchNetwork first = new TorchNetwork(member.initialise(3).toBytes());
        TorchNetwork second =
            new TorchNetwork(member.initialise(3 + 0x9e3779b97f4a7c15L).toBytes())) {
      float[] mean = both.run("steps", batch, shape);
      float[] one = first.run("steps", batch, shape);
      float[] other = second.run("steps", batch, shape);
      float[] windows = both.run("forward", batch, new Shape(4));
      for (int row = 0; row < 4; row++) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int step = 0; step < LENGTHS[row]; step++) {
          int i = row * 25 + step;
          assertThat(one[i]).isNotEqualTo(other[i]);
          assertThat(mean[i]).isCloseTo((one[i] + other[i]) / 2, within(1e-6f));
          largest = Math.max(largest, mean[i]);
        }
        assertThat(windows[row]).isCloseTo(largest, within(1e-6f));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {"BILSTM", "MLP", "TRANSFORMER"})
  void lastStepAffectsTheFirst(StepArchitecture architecture) throws IOException {
    assertThat(firstLogit(architecture, 1)).isNotEqualTo(firstLogit(architecture, -1));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {"RNN", "LSTM", "GRU"})
  void lastStepDoesNotAffectTheFirst(StepArchitecture architecture) throws IOException {
    assertThat(firstLogit(architecture, 1)).isEqualTo(firstLogit(architecture, -1));
  }

  private static float firstLogit(StepArchitecture architecture, float last) throws IOException {
    float[] row = rows(2)[3].clone();
    for (int c = 0; c < INPUTS; c++) {
      row[row.length - 1 - c] = last;
    }
    try (TorchNetwork network = network(architecture)) {
      return network.run("steps", batch(new float[][] {row}, 13, 0), new Shape(1, 13))[0];
    }
  }

  private static TorchNetwork network(StepArchitecture architecture) throws IOException {
    return new TorchNetwork(
        new StepNetwork(architecture, Readout.EVERY_STEP, INPUTS, 8, 0.3).initialise(3).toBytes());
  }
}

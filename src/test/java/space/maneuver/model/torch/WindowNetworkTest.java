package space.maneuver.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static space.maneuver.model.torch.Sequences.INPUTS;
import static space.maneuver.model.torch.Sequences.LENGTHS;
import static space.maneuver.model.torch.Sequences.batch;
import static space.maneuver.model.torch.Sequences.rows;

import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import space.maneuver.torchscript.Readout;
import space.maneuver.torchscript.StepArchitecture;
import space.maneuver.torchscript.StepEnsemble;
import space.maneuver.torchscript.StepNetwork;

class WindowNetworkTest {

  private static final int SHORT = 8;

  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {"LSTM", "BILSTM"})
  void paddingAndNeighboursInABatchDoNotMatter(StepArchitecture architecture) throws IOException {
    try (TorchNetwork network = network(architecture)) {
      float[][] rows = rows(1);
      float[] together = network.run("forward", batch(rows, 25, 9f), new Shape(4));
      float[] steps = network.run("steps", batch(rows, 25, 9f), new Shape(4, 25));
      for (int row = 0; row < LENGTHS.length; row++) {
        int length = LENGTHS[row];
        WindowBatch alone = batch(new float[][] {rows[row]}, length, 0);
        float[] own = network.run("steps", alone, new Shape(1, length));
        assertThat(together[row])
            .isCloseTo(network.run("forward", alone, new Shape(1))[0], within(1e-5f));
        for (int k = 0; k < 25; k++) {
          assertThat(steps[row * 25 + k]).isCloseTo(k < length ? own[k] : 0, within(1e-5f));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {"LSTM", "BILSTM"})
  void stepHasTheMeanOfTheShortWindowsThatContainIt(StepArchitecture architecture)
      throws IOException {
    float[] row = rows(1)[2];
    int length = row.length / INPUTS;
    try (TorchNetwork network = network(architecture)) {
      float[] steps =
          network.run("steps", batch(new float[][] {row}, length, 0), new Shape(1, length));
      float[] windows = new float[length - SHORT + 1];
      for (int start = 0; start < windows.length; start++) {
        float[] part = Arrays.copyOfRange(row, start * INPUTS, (start + SHORT) * INPUTS);
        windows[start] =
            network.run("forward", batch(new float[][] {part}, SHORT, 0), new Shape(1))[0];
      }
      for (int k = 0; k < length; k++) {
        float mean = 0;
        for (int i = 0; i < SHORT; i++) {
          mean += windows[Math.min(Math.max(k - i, 0), windows.length - 1)] / SHORT;
        }
        assertThat(steps[k]).as("step %d", k).isCloseTo(mean, within(1e-5f));
      }
    }
  }

  @Test
  void firstAndLastStepAffectTheLogit() throws IOException {
    for (StepArchitecture architecture :
        new StepArchitecture[] {StepArchitecture.LSTM, StepArchitecture.BILSTM}) {
      try (TorchNetwork network = network(architecture)) {
        float[] row = rows(2)[3];
        float plain = network.run("forward", batch(new float[][] {row}, 13, 0), new Shape(1))[0];
        for (int changed : new int[] {0, row.length - 1}) {
          float[] other = row.clone();
          other[changed] += 1;
          assertThat(network.run("forward", batch(new float[][] {other}, 13, 0), new Shape(1))[0])
              .isNotEqualTo(plain);
        }
      }
    }
  }

  @Test
  void membersReturnTheMeanOfTheirLogits() throws IOException {
    StepNetwork member =
        new StepNetwork(StepArchitecture.BILSTM, Readout.WHOLE_WINDOW, INPUTS, 8, 0.3);
    WindowBatch batch = batch(rows(1), 25, 9f);
    try (TorchNetwork both = new TorchNetwork(new StepEnsemble(member, 2).initialise(3).toBytes());
        TorchNetwork first = new TorchNetwork(member.initialise(3).toBytes());
        TorchNetwork second =
            new TorchNetwork(member.initialise(3 + 0x9e3779b97f4a7c15L).toBytes())) {
      for (String method : new String[] {"forward", "steps"}) {
        Shape shape = method.equals("forward") ? new Shape(4) : new Shape(4, 25);
        float[] mean = both.run(method, batch, shape);
        float[] one = first.run(method, batch, shape);
        float[] other = second.run(method, batch, shape);
        for (int i = 0; i < mean.length; i++) {
          assertThat(mean[i]).isCloseTo((one[i] + other[i]) / 2, within(1e-6f));
        }
      }
    }
  }

  @Test
  void networksThatDoNotReadTheWholeWindowAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new StepNetwork(StepArchitecture.MLP, Readout.WHOLE_WINDOW, INPUTS, 8, 0.3))
        .withMessageContaining("mlp");
  }

  private static TorchNetwork network(StepArchitecture architecture) throws IOException {
    return new TorchNetwork(
        new StepNetwork(architecture, Readout.WHOLE_WINDOW, INPUTS, 8, 0.3)
            .initialise(3)
            .toBytes());
  }
}

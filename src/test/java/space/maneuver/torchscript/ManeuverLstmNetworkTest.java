package space.maneuver.torchscript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManeuverLstmNetworkTest {

  private static final Pattern CALL = Pattern.compile("([\\w.]+)\\(");

  private final ManeuverLstmNetwork network = new ManeuverLstmNetwork(9, 16, 2, 0.2);

  @Test
  void parametersAreNamedAsInTorch() {
    assertThat(network.parameterShapes())
        .containsExactly(
            Map.entry("weight_ih_l0", List.of(64, 9)),
            Map.entry("weight_hh_l0", List.of(64, 16)),
            Map.entry("bias_ih_l0", List.of(64)),
            Map.entry("bias_hh_l0", List.of(64)),
            Map.entry("weight_ih_l1", List.of(64, 16)),
            Map.entry("weight_hh_l1", List.of(64, 16)),
            Map.entry("bias_ih_l1", List.of(64)),
            Map.entry("bias_hh_l1", List.of(64)),
            Map.entry("classifier_weight", List.of(1, 16)),
            Map.entry("classifier_bias", List.of(1)));
  }

  @Test
  void sourceCallsOnlyTorchItself() {
    String source = network.archive(network.initialise(1)).source();

    Matcher calls = CALL.matcher(source.replaceAll("(?m)^ *(class|def) .*$|#.*$", ""));
    assertThat(calls.results().map(call -> call.group(1)))
        .contains("torch.lstm")
        .allMatch(call -> call.matches("torch\\.\\w+|self\\.states"));
    assertThat(source).doesNotContain("$", "torch.ops", "ops.");
  }

  @Test
  void equalSeedsGiveEqualParametersAndOthersDoNot() {
    assertThat(bytes(3)).isEqualTo(bytes(3)).isNotEqualTo(bytes(4));
  }

  private byte[] bytes(long seed) {
    return network.archive(network.initialise(seed)).toBytes();
  }

  @Test
  void freshParametersAreWithinTheBoundOfTorchExceptForgetBiases() {
    Map<String, Tensor> parameters = network.initialise(1);

    for (float weight : values(parameters, "weight_hh_l1")) {
      assertThat(weight).isBetween(-0.25f, 0.25f);
    }
    float[] bias = values(parameters, "bias_ih_l1");
    assertThat(Arrays.copyOfRange(bias, 16, 32)).containsOnly(1);
    assertThat(bias[15]).isLessThan(0.26f);
    assertThat(bias[32]).isLessThan(0.26f);
    assertThat(Arrays.copyOfRange(values(parameters, "bias_hh_l1"), 16, 32)).containsOnly(0);
  }

  private static float[] values(Map<String, Tensor> parameters, String name) {
    return Objects.requireNonNull(parameters.get(name), name).values();
  }

  @Test
  void parameterOfAnotherShapeIsNamed() {
    Map<String, Tensor> parameters = new LinkedHashMap<>(network.initialise(1));
    parameters.put("bias_ih_l1", new Tensor(List.of(2), new float[2]));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.archive(parameters))
        .withMessageContaining("bias_ih_l1")
        .withMessageContaining("[64]");
  }

  @Test
  void missingParameterIsRefused() {
    Map<String, Tensor> parameters = new LinkedHashMap<>(network.initialise(1));
    parameters.remove("classifier_bias");

    assertThatIllegalArgumentException().isThrownBy(() -> network.archive(parameters));
  }

  @ParameterizedTest
  @CsvSource({"0, 16, 1, 0", "9, 0, 1, 0", "9, 16, 0, 0", "9, 16, 1, 1", "9, 16, 1, NaN"})
  void sizesOutOfRangeAreRefused(int inputs, int hidden, int layers, double dropout) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ManeuverLstmNetwork(inputs, hidden, layers, dropout));
  }
}

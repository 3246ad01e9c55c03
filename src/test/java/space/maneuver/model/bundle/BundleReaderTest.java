package space.maneuver.model.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import space.maneuver.features.FeatureSeries;
import space.maneuver.features.window.FeatureSchema;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.testing.Bundles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class BundleReaderTest {

  private static final JsonMapper JSON = new JsonMapper();

  private final Path bundle;

  BundleReaderTest(@TempDir Path parent) throws IOException {
    bundle = parent.resolve("test");
    Bundles.write(bundle, "test", 1);
  }

  @Test
  void readsWhatWasWritten() {
    LoadedBundle read = BundleReader.read(bundle);

    assertThat(read.network()).isEqualTo(Bundles.archive(1));
    assertThat(read.card()).isEqualTo(Bundles.CARD);
    String sha256 = DigestUtils.sha256Hex(Bundles.archive(1));
    assertThat(read.description()).isEqualTo(Bundles.describe("test", 1).withSha256(sha256));
  }

  @Test
  void bundleOfFormat1LoadsAlthoughItsChannelsAreDescribedDifferently() {
    ModelBundle shipped = BundleReader.readFromClassPath("maneuver-lstm-daily").description();
    FeatureSchema schema = shipped.features().schema();
    FeatureSchema inForce = FeatureSeries.schema(schema.sampling());

    assertThat(shipped.formatVersion()).isEqualTo(1);
    assertThat(shipped.features().hash()).isEqualTo(schema.hashWithMeanings());
    assertThat(schema.hashWithMeanings()).isNotEqualTo(inForce.hashWithMeanings());
    assertThat(schema.hash()).isEqualTo(inForce.hash());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "formatVersion            | 3           | formatVersion is 3; expected 1 or 2",
        "name                     | \"A b\"     | name is A b",
        "version                  | \"1\"       | version is 1",
        "architecture.type        | \"cnn\"     | architecture.type is cnn; expected one of [lstm]",
        "architecture.inputs      | 8           | architecture.inputs is 8; expected 9",
        "architecture.hidden      | 0           | architecture.hidden is 0",
        "architecture.layers      | 1.5         | architecture.layers",
        "architecture.layers      | null        | architecture.layers",
        "architecture.dropout     | 1           | architecture.dropout is 1.0",
        "features.hash            | \"ab\"      | features.hash is ab; expected",
        "features.sampling        | \"hourly\"  | features.sampling",
        "features.channels.2.unit | \"km\"      | features.hash",
        "features.channels.2.unit | 7           | features.channels[2].unit",
        "windowDays               | [30,45]     | windowDays is [30, 45]; expected some of [30, 60]",
        "windowDays               | []          | windowDays",
        "windowDays               | [30]        | calibration is for [30, 60]; expected [30]",
        "normaliser.channels      | []          | normaliser is for 0 channels; expected 8",
        "calibration.60           |             | calibration.60 is missing",
        "calibration.60           | null        | calibration.60",
        "calibration.60.slope     | 0           | calibration.60.slope is 0.0; expected above 0",
        "calibration.30.offset    | 1e999       | calibration.30.offset is",
        "calibration.30.offset    | \"NaN\"     | calibration.30.offset",
        "thresholds.window.30     |             | thresholds.window.30 is missing",
        "thresholds.window.30     | 1.2         | thresholds.window.30 is 1.2; expected a probability",
        "thresholds.event.GEO     |             | thresholds.event.GEO is missing",
        "thresholds.event.SSO     | 0.5         | thresholds.event",
        "training.seed            |             | training.seed",
        "training.data.0.burns    |             | training.data[0].burns",
        "metrics                  | null        | metrics",
        "metrics.f1.mean          | -1e999      | metrics.f1.mean is",
        "measuredRegimes          | [\"SSO\"]   | measuredRegimes",
        "measuredRegimes          | null        | measuredRegimes",
        "sha256                   | \"00\"      | sha256 is 00; expected",
        "colour                   | 1           | colour is unknown; expected one of",
        "training.epochs          | 1           | training.epochs is unknown",
      })
  void faultIsNamed(String path, @Nullable String value, String message) throws IOException {
    put(path, value);

    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> BundleReader.read(bundle))
        .withMessageStartingWith(bundle.resolve("bundle.json") + ": " + message);
  }

  @Test
  void measuredRegimesAreThoseWrittenRegardlessOfTheMetrics() throws IOException {
    put(
        "metrics",
        "{\"regimes\":{\"LEO\":{\"events\":{\"gap\":{\"satellites\":{\"CryoSat-2\":1}}}}}}");

    assertThat(BundleReader.read(bundle).description().measuredRegimes())
        .containsExactly(OrbitRegime.MEO);
  }

  @Test
  void olderBundleIsMeasuredWhereItsMetricsNameSatellites() throws IOException {
    put(
        "metrics",
        "{\"regimes\":{\"LEO\":{\"events\":{\"gap\":{\"satellites\":{\"CryoSat-2\":1}}}}}}");
    put("measuredRegimes", null);

    assertThat(BundleReader.read(bundle).description().measuredRegimes())
        .containsExactly(OrbitRegime.LEO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{", "{\"name\":\"a\",\"name\":\"b\"}", "{} {}"})
  void invalidDescriptionIsRefused(String text) throws IOException {
    Files.writeString(bundle.resolve("bundle.json"), text);

    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> BundleReader.read(bundle))
        .withMessageMatching(".*bundle.json: (is not|is invalid).*(?s:.*)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bundle.json", "model.pt", "MODEL_CARD.md"})
  void missingFileIsNamed(String file) throws IOException {
    Files.delete(bundle.resolve(file));

    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> BundleReader.read(bundle))
        .withMessageContaining(file + ": is missing");
  }

  @Test
  void changedNetworkIsRefused() throws IOException {
    Files.write(bundle.resolve("model.pt"), Bundles.archive(2));

    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> BundleReader.read(bundle))
        .satisfies(e -> assertThat(e.field()).isEqualTo("sha256"));
  }

  @Test
  void cardAboveTheLimitIsRefused() throws IOException {
    Files.write(bundle.resolve("MODEL_CARD.md"), new byte[(1 << 20) + 1]);

    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> BundleReader.read(bundle))
        .withMessageContaining("MODEL_CARD.md: size is too large; expected at most 1 MiB");
  }

  private void put(String path, @Nullable String json) throws IOException {
    Path file = bundle.resolve("bundle.json");
    JsonNode root = JSON.readTree(file);
    JsonNode node = root;
    String[] steps = path.split("\\.");
    for (int i = 0; i < steps.length - 1; i++) {
      node =
          node instanceof ArrayNode array
              ? array.get(Integer.parseInt(steps[i]))
              : node.get(steps[i]);
    }
    String last = steps[steps.length - 1];
    ObjectNode parentNode = (ObjectNode) node;
    if (json == null) {
      parentNode.remove(last);
    } else {
      parentNode.put(last, "MARK");
    }
    Files.writeString(file, root.toString().replace("\"MARK\"", String.valueOf(json)));
  }
}

package space.maneuver.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import space.maneuver.model.bundle.BundleReader;
import space.maneuver.model.bundle.ModelBundle;

class FineTuningCommandTest {

  private final Path base;
  private final Path output;

  FineTuningCommandTest(@TempDir Path directory) throws IOException {
    base = CommandFiles.model(directory);
    output = directory.resolve("own");
  }

  @Test
  void architectureOrHeadOtherThanTheBundlesIsAUsageError() {
    CommandRun architecture = train("--from", base, "--architecture", "gru");
    CommandRun head = train("--from", base, "--head", "step");

    assertThat(architecture.status()).isEqualTo(2);
    assertThat(architecture.err()).contains("--architecture gru: test is a daily-lstm");
    assertThat(head.status()).isEqualTo(2);
    assertThat(head.err()).contains("--head step: test has the head window");
    assertThat(output).doesNotExist();
  }

  @Test
  void cardNamesTheArchitectureOfTheBundle() {
    CommandRun given =
        train("--from", base, "--architecture", "daily-lstm", "--head", "window", "--force");
    String cardOfGiven = BundleReader.read(output).card();
    CommandRun left = train("--from", base, "--force");

    assertThat(given.status()).as(given.err()).isZero();
    assertThat(left.status()).as(left.err()).isZero();
    assertThat(cardOfGiven)
        .contains("`train --architecture daily-lstm --head window --seed 1", "--from test ");
    assertThat(BundleReader.read(output).card())
        .contains("`train --architecture daily-lstm --seed 1", "--from test ");
  }

  @Test
  void findsABundledModelByName() {
    CommandRun run = train("--from", "maneuver-lstm-daily");

    assertThat(run.status()).as(run.err()).isZero();
    ModelBundle bundled = BundleReader.readFromClassPath("maneuver-lstm-daily").description();
    ModelBundle own = BundleReader.read(output).description();
    assertThat(own.architecture()).isEqualTo(bundled.architecture());
    assertThat(own.thresholds()).isEqualTo(bundled.thresholds());
    assertThat(own.training().data()).isEqualTo(bundled.training().data());
    assertThat(run.err()).contains("maneuver-lstm-daily " + bundled.version());
  }

  @Test
  void fineTuningTakesFewerStepsAtALowerRate() {
    CommandRun gentle = train("--from", base);

    assertThat(gentle.status()).as(gentle.err()).isZero();
    assertThat(BundleReader.read(output).card())
        .contains("30 steps of 24 windows, AdamW, learning rate up to 0.001,");
  }

  @Test
  void unknownModelToFineTuneIsAUsageError() {
    CommandRun run = train("--from", "maneuver-lstn");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("--from: maneuver-lstn is neither a bundled model nor a directory");
  }

  @Test
  void onlyForceReplacesABundle() throws IOException {
    assertThat(train("--from", base).status()).isZero();
    byte[] first = Files.readAllBytes(output.resolve("model.pt"));

    CommandRun again = train("--from", base, "--seed", 2);
    byte[] kept = Files.readAllBytes(output.resolve("model.pt"));
    CommandRun forced = train("--from", base, "--seed", 2, "--force");

    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err()).contains("--output: " + output + " already exists", "--force");
    assertThat(kept).isEqualTo(first);
    assertThat(forced.status()).as(forced.err()).isZero();
    assertThat(Files.readAllBytes(output.resolve("model.pt"))).isNotEqualTo(first);
  }

  @Test
  void failureKeepsTheExistingBundle() throws IOException {
    Path card = Files.createDirectories(output).resolve("MODEL_CARD.md");
    Files.writeString(card, "the old one");

    CommandRun run = train("--force", "--data", output.resolveSibling("nowhere"));

    assertThat(run.status()).isNotZero();
    assertThat(card).hasContent("the old one");
  }

  @Test
  void forceDoesNotReplaceOtherDirectories() throws IOException {
    Files.writeString(Files.createDirectories(output).resolve("thesis.tex"), "ten years");

    CommandRun run = train("--force");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("thesis.tex").doesNotContain("step 120");
    assertThat(output.resolve("thesis.tex")).exists();
  }

  @Test
  void acceptsAnEmptyOutputDirectory() throws IOException {
    Files.createDirectories(output);

    assertThat(train("--from", base).status()).isZero();

    assertThat(output.resolve("bundle.json")).exists();
  }

  private CommandRun train(Object... options) {
    List<Object> arguments = new ArrayList<>(List.of("train", "--quick", "--simulated", 1));
    arguments.addAll(List.of("--output", output));
    arguments.addAll(List.of(options));
    return CommandRun.of(arguments.toArray());
  }
}

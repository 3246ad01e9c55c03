package space.maneuver.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import space.maneuver.catalogue.Catalogue;
import space.maneuver.catalogue.KeptReviews.Judgment;
import space.maneuver.catalogue.StoreSettings;
import space.maneuver.catalogue.maneuvers.Review.Verdict;
import space.maneuver.orbit.format.Rejection;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.orbit.label.LabelledHistory.Interval;
import space.maneuver.testing.PublishedTexts;
import space.maneuver.testing.SimulatedTles;

/** ReviewedTrainingTest has the reviews of a running service. */
class LabelsCommandTest {

  private static final int OBJECT = 80_000;

  private final Path store;
  private final Path output;

  LabelsCommandTest(@TempDir Path directory) throws IOException {
    store = directory.resolve("store");
    output = directory.resolve("labels");
    Path file = Files.writeString(directory.resolve("year.tle"), SimulatedTles.year());
    assertThat(CommandRun.of("ingest", file, "--store-directory", store).status()).isZero();
  }

  @Test
  void verdictsAreLabels() throws IOException {
    List<Instant> epochs =
        PublishedTexts.read(SimulatedTles.year()).stream().map(each -> each.epoch()).toList();
    Instant burn = epochs.get(100).plusSeconds(600);
    judge(Verdict.BURN, burn, burn.plusSeconds(600));
    judge(Verdict.QUIET, epochs.get(200).plusSeconds(1), epochs.get(210));

    CommandRun run = labels();

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("verdicts on 1 object: 1 burn, 0 no-burn, 1 quiet, 0 unsure");
    List<Rejection> rejected = new ArrayList<>();
    LabelledHistory read = LabelledHistory.readAll(output, rejected::add).get(0);
    assertThat(rejected).isEmpty();
    assertThat(read.name()).isEqualTo("80000");
    assertThat(read.history().size()).isEqualTo(epochs.size());
    assertThat(read.burns()).hasSize(1);
    assertThat(read.burns().get(0).start()).isEqualTo(burn);
    assertThat(read.burns().get(0).end()).isEqualTo(burn.plusSeconds(600));
    assertThat(read.reviewed())
        .containsExactly(
            // The gap that the burn lies in.
            new Interval(epochs.get(100), epochs.get(101)),
            new Interval(epochs.get(200).plusSeconds(1), epochs.get(210)));
  }

  @Test
  void withoutAVerdictThereIsNothingToWrite() {
    CommandRun run = labels();

    assertThat(run.status()).isOne();
    assertThat(run.out()).contains("verdicts on 0 objects");
    assertThat(output).doesNotExist();
  }

  @Test
  void directoryWithOtherFilesIsAUsageError() throws IOException {
    Files.writeString(Files.createDirectories(output).resolve("other"), "");

    CommandRun run = labels();

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("is not an empty directory");
  }

  private void judge(Verdict verdict, Instant start, Instant end) {
    try (Catalogue catalogue = Catalogue.open(StoreSettings.embedded(store))) {
      assertThat(
              catalogue
                  .reviews()
                  .judgeStretch(OBJECT, new Judgment(verdict, start, end, null, null), end))
          .isPresent();
    }
  }

  private CommandRun labels() {
    return CommandRun.of("labels", "--output", output, "--store-directory", store);
  }
}

package space.maneuver.orbit.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import space.maneuver.orbit.UnreadableInputException;
import space.maneuver.orbit.format.ElementSetFormat;
import space.maneuver.orbit.format.Rejection;
import space.maneuver.testing.ElementSetDocument;
import space.maneuver.testing.PublishedElementSets;

class LabelledHistoryTest {

  private static final String DORIS = "TOPEX 1992 230 18 22 1992 230 18 22\n";

  private final List<Rejection> bad = new ArrayList<>();

  private final Path root;

  LabelledHistoryTest(@TempDir Path root) {
    this.root = root;
  }

  @BeforeEach
  void writeTwoFolders() throws IOException {
    write("zarya/elsets.tle", PublishedElementSets.STATION);
    write("zarya/zaryaman.txt", DORIS);
    write("more/vanguard/elsets.tle", PublishedElementSets.VANGUARD + "1 broken\n");
    write("more/vanguard/vanman.txt", DORIS + DORIS);
    write("more/vanguard/maneuvers.csv", BurnTable.HEADER + "\n");
    write("unlabelled/elsets.tle", PublishedElementSets.STATION);
  }

  @Test
  void onlyReviewedIntervalsAreKnown() throws IOException {
    assertThat(LabelledHistory.read(root.resolve("zarya"), bad::add).isKnown(0, 1e5)).isTrue();
    write(
        "zarya/reviewed.csv",
        "start_utc,end_utc\n2020-01-01T00:00:00Z,2020-01-03T00:00:00Z\n"
            + "1970-01-02T00:00:00Z,1970-01-04T00:00:00Z\n");

    LabelledHistory read = LabelledHistory.read(root.resolve("zarya"), bad::add);

    assertThat(read.reviewed())
        .extracting(each -> each.start().toString())
        .containsExactly("1970-01-02T00:00:00Z", "2020-01-01T00:00:00Z");
    assertThat(read.isKnown(1, 3)).isTrue();
    assertThat(read.isKnown(0.5, 2)).isFalse();
    assertThat(read.isKnown(2, 3.5)).isFalse();
    assertThat(QuietStretches.forNoise(read)).isEmpty();
  }

  @Test
  void faultOfAReviewedIntervalIsNamed() throws IOException {
    write("zarya/reviewed.csv", "start_utc,end_utc\n2020-01-03T00:00:00Z,2020-01-01T00:00:00Z\n");

    assertThatExceptionOfType(UnreadableInputException.class)
        .isThrownBy(() -> LabelledHistory.read(root.resolve("zarya"), bad::add))
        .withMessageContaining("reviewed.csv, line 2: end_utc")
        .withMessageContaining("is before the start");
  }

  @Test
  void findsAllLabelledFoldersInOrderOfName() throws IOException {
    List<LabelledHistory> histories = LabelledHistory.readAll(root, bad::add);

    assertThat(histories).extracting(LabelledHistory::name).containsExactly("vanguard", "zarya");
    assertThat(histories).extracting(each -> each.history().noradId()).containsExactly(5, 25544);
    assertThat(histories).extracting(each -> each.burns().size()).containsExactly(0, 1);
    assertThat(bad).hasSize(1);
  }

  @Test
  void takesADirectoryThatIsALabelledFolderItself() throws IOException {
    List<LabelledHistory> histories =
        LabelledHistory.readAll(root.resolve("zarya").resolve("../zarya"), bad::add);

    assertThat(histories).extracting(LabelledHistory::name).containsExactly("zarya");
  }

  @ParameterizedTest
  @CsvSource({
    "TLE, elsets.txt",
    "GP_JSON, elsets.json",
    "GP_CSV, elsets.csv",
    "OMM_XML, elsets.xml",
    "OMM_KVN, elsets.kvn",
    "TLE, elsets.tle.gz",
    "GP_CSV, elsets.csv.gz"
  })
  void readsElementSetsInEveryFormat(ElementSetFormat format, String file) throws IOException {
    String text =
        ElementSetDocument.of(format, List.of(PublishedElementSets.STATION_ELEMENTS)).text();
    Path folder = Files.createDirectory(root.resolve("any"));
    write("any/anyman.txt", DORIS);
    try (OutputStream out = Files.newOutputStream(folder.resolve(file));
        OutputStream to = file.endsWith(".gz") ? new GZIPOutputStream(out) : out) {
      to.write(text.getBytes(StandardCharsets.UTF_8));
    }

    assertThat(LabelledHistory.isIn(folder)).isTrue();
    assertThat(LabelledHistory.read(folder, bad::add).history().elements())
        .containsExactly(PublishedElementSets.STATION_ELEMENTS);
  }

  @Test
  void rejectionNamesItsFile() throws IOException {
    LabelledHistory.readAll(root, bad::add);

    Path file = root.resolve("more/vanguard/elsets.tle");
    assertThat(bad)
        .singleElement()
        .satisfies(each -> assertThat(each.message()).startsWith(file + ", line 3, "));
  }

  @Test
  void saysWhichFileIsMissing() throws IOException {
    write("unplaced/maneuvers.csv", BurnTable.HEADER + "\n");
    write("empty/notes.md", "");

    assertRefused(
        "unlabelled", "unlabelled: has elsets.tle, but neither maneuvers.csv nor *man.txt");
    assertRefused("unplaced", "unplaced: has maneuvers.csv, but no elsets.tle (or .txt, .json,");
    assertRefused(
        "empty",
        "empty: neither it nor a directory in it has elsets.tle (or .txt, .json,",
        "and maneuvers.csv or *man.txt");
  }

  @Test
  void saysWhichFileIsMissingBelow() throws IOException {
    write("own/first/elsets.csv.gz", "");

    assertThatExceptionOfType(UnreadableInputException.class)
        .isThrownBy(() -> LabelledHistory.readAll(root.resolve("own"), bad::add))
        .withMessageContaining(
            root.resolve("own/first")
                + ": has elsets.csv.gz, but neither maneuvers.csv nor *man.txt");
  }

  private void assertRefused(String folder, String... reasons) {
    Path directory = root.resolve(folder);
    assertThatExceptionOfType(UnreadableInputException.class)
        .isThrownBy(() -> LabelledHistory.readAll(directory, bad::add))
        .withMessageContainingAll(reasons);
    assertThatExceptionOfType(UnreadableInputException.class)
        .isThrownBy(() -> LabelledHistory.read(directory, bad::add))
        .withMessageContaining(directory.toString());
  }

  @Test
  void refusesElementSetsOfSeveralObjects() throws IOException {
    write("zarya/elsets.tle", PublishedElementSets.STATION + PublishedElementSets.VANGUARD);

    assertThatExceptionOfType(UnreadableInputException.class)
        .isThrownBy(() -> LabelledHistory.read(root.resolve("zarya"), bad::add))
        .withMessageContaining("of 2 objects");
  }

  @Test
  void namesTheFileThatIsUnreadable() throws IOException {
    write("zarya/elsets.tle", "");

    assertThatExceptionOfType(UnreadableInputException.class)
        .isThrownBy(() -> LabelledHistory.read(root.resolve("zarya"), bad::add))
        .withMessageContaining("elsets.tle, line 1: the input is empty");
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}

package space.maneuver.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SolarFluxTest {

  private final Path file;

  SolarFluxTest(@TempDir Path directory) {
    file = directory.resolve("flux.csv");
  }

  @Test
  void findsItsColumnsAmongOthersInAnyOrder() throws IOException {
    SolarFlux flux =
        read("F10.7_OBS,AP,DATE,F10.7_ADJ", "71.5,3,2020-03-01,70", "99,4,1957-10-01,98");

    assertThat(of(flux, "2020-03-01")).isEqualTo(71.5f);
    assertThat(of(flux, "1957-10-01")).isEqualTo(99);
  }

  @Test
  void dayWithoutAValueIsNotKnown() throws IOException {
    SolarFlux flux = read("DATE,F10.7_OBS", "2020-03-01,", "2020-03-02, ", "", "2020-03-03,80");

    assertThat(of(flux, "2020-03-01")).isNaN();
    assertThat(of(flux, "2020-03-02")).isNaN();
    assertThat(of(flux, "2020-03-03")).isEqualTo(80);
    assertThat(of(flux, "2020-03-04")).isNaN();
    assertThat(of(SolarFlux.NONE, "2020-03-03")).isNaN();
  }

  @Test
  void lineEndsOfAnySystemAreTaken() throws IOException {
    Files.writeString(file, "DATE,F10.7_OBS\r\n2020-03-01,71.5\r\n");

    assertThat(of(SolarFlux.read(file), "2020-03-01")).isEqualTo(71.5f);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "DATE,F10.7_ADJ", "date,F10.7_OBS", "2020-03-01,71.5"})
  void fileWithoutTheColumnsIsRefused(String header) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read(header, "2020-03-02,71.5"))
        .withMessageContaining("flux.csv, line 1")
        .withMessageContaining("F10.7_OBS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-03-32,80",
        "1/3/2020,80",
        "2020-03-02,eighty",
        "2020-03-02,0",
        "2020-03-02,-1",
        "2020-03-02,1000",
        "2020-03-02,NaN",
        "2020-03-02"
      })
  void faultyLineIsNamed(String line) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read("DATE,F10.7_OBS", "2020-03-01,70", line, "2020-03-03,75"))
        .withMessageContaining("flux.csv, line 3")
        .withMessageContaining(line);
  }

  @Test
  void fileThatIsNoTextIsNamed() throws IOException {
    Files.write(file, new byte[] {0x1f, (byte) 0x8b, 8, 0, (byte) 0xff, (byte) 0xfe});

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> SolarFlux.read(file))
        .withMessageContaining("flux.csv");
  }

  @Test
  void missingFileIsNamed() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> SolarFlux.read(file))
        .withMessageContaining("flux.csv");
  }

  private SolarFlux read(String... lines) throws IOException {
    Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    return SolarFlux.read(file);
  }

  private static float of(SolarFlux flux, String day) {
    return flux.of(LocalDate.parse(day).toEpochDay());
  }
}

package space.maneuver.orbit;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.orekit.time.DateComponents;
import org.orekit.time.OffsetModel;
import org.orekit.time.UTCTAIOffsetsLoader;

/** The leap seconds that come with this program; Orekit adds the drift of UTC before 1972. */
final class LeapSeconds implements UTCTAIOffsetsLoader {

  private static final String RESOURCE = "/orekit/leap-seconds.csv";

  @Override
  public List<OffsetModel> loadOffsets() {
    try (InputStream in = LeapSeconds.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new FileNotFoundException(RESOURCE);
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
      return lines.lines().filter(line -> !line.startsWith("#")).map(LeapSeconds::offset).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OffsetModel offset(String line) {
    String[] dateAndSeconds = line.split(",", 2);
    return new OffsetModel(
        DateComponents.parseDate(dateAndSeconds[0]), Integer.parseInt(dateAndSeconds[1]));
  }
}

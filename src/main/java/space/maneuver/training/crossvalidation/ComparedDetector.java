package space.maneuver.training.crossvalidation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import space.maneuver.evaluation.TrainingJson;
import space.maneuver.evaluation.metrics.HeadlineFigures;
import space.maneuver.orbit.OrbitRegime;

/**
 * A finished row of a comparison.
 *
 * @param detector its name
 * @param made how, so that a row made otherwise is not taken for this one
 * @param regimes figures by regime
 */
record ComparedDetector(String detector, String made, Map<OrbitRegime, HeadlineFigures> regimes) {

  /** The row in a file, if it is there and was made in this way. */
  static Optional<ComparedDetector> read(Path file, String made) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    ComparedDetector found = TrainingJson.read(file, ComparedDetector.class);
    return found.made().equals(made) ? Optional.of(found) : Optional.empty();
  }

  void write(Path file) throws IOException {
    TrainingJson.write(file, this);
  }
}

package space.maneuver.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import space.maneuver.evaluation.EvaluationReport;
import space.maneuver.evaluation.SatelliteResult;

/**
 * What came of an evaluation on satellites that the networks did not see; {@code train} takes
 * calibration, thresholds and figures from it.
 *
 * @param protocol how it was made, for a person
 * @param tuning fitted to the results
 * @param regimes {@link EvaluationReport#regimes()} as a tree
 * @param tables the same as Markdown
 */
public record Evaluation(
    String protocol, Tuning tuning, Map<String, Object> regimes, String tables) {

  /**
   * Fits calibration and thresholds to raw results and scores the calibrated ones.
   *
   * @param raw uncalibrated
   */
  public static Evaluation of(String protocol, List<SatelliteResult> raw) {
    Tuning tuning = Tuning.fit(raw);
    List<SatelliteResult> calibrated = raw.stream().map(tuning::apply).toList();
    EvaluationReport report = EvaluationReport.of(calibrated, tuning.thresholds().event());
    return new Evaluation(protocol, tuning, TrainingJson.tree(report.regimes()), report.markdown());
  }

  /**
   * Reads {@code evaluation.json}.
   *
   * @throws IOException if the file cannot be read or is not of that form
   */
  public static Evaluation read(Path file) throws IOException {
    return TrainingJson.read(file, Evaluation.class);
  }

  /** Writes {@code evaluation.json}. */
  public void write(Path file) throws IOException {
    TrainingJson.write(file, this);
  }
}

package space.maneuver.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import space.maneuver.evaluation.EvaluationReport;

/**
 * What came of an evaluation on satellites that the networks did not see; {@code train} takes
 * calibration, thresholds and figures from it.
 *
 * @param protocol how it was made, for a person
 * @param tuning fitted to the results
 * @param regimes {@link EvaluationReport#regimes()} as a tree
 * @param neverManeuvering {@link EvaluationReport#neverManeuvering()} as a tree
 * @param precisionRecall {@link EvaluationReport#precisionRecall()} as a tree
 * @param learningCurves by training: the loss after each hundredth of it
 * @param tables figures as Markdown
 */
public record Evaluation(
    String protocol,
    Tuning tuning,
    Map<String, Object> regimes,
    Map<String, Object> neverManeuvering,
    Map<String, Object> precisionRecall,
    Map<String, List<Double>> learningCurves,
    String tables) {

  /**
   * Fits calibration and thresholds to raw results and scores the calibrated ones.
   *
   * @param raw uncalibrated
   */
  public static Evaluation of(String protocol, HeldOutResults raw) {
    return of(protocol, Tuning.fit(List.copyOf(raw.satellites().values())), raw);
  }

  /** The same with calibration and thresholds that are given. */
  static Evaluation of(String protocol, Tuning tuning, HeldOutResults raw) {
    return of(protocol, tuning, report(tuning, tuning.apply(raw)), raw.learningCurves());
  }

  static Evaluation of(
      String protocol,
      Tuning tuning,
      EvaluationReport report,
      Map<String, List<Double>> learningCurves) {
    return new Evaluation(
        protocol,
        tuning,
        TrainingJson.tree(report.regimes()),
        TrainingJson.tree(report.neverManeuvering()),
        TrainingJson.tree(report.precisionRecall()),
        learningCurves,
        report.markdown());
  }

  static EvaluationReport report(Tuning tuning, HeldOutResults calibrated) {
    return EvaluationReport.of(
        List.copyOf(calibrated.satellites().values()),
        calibrated.quiet(),
        tuning.thresholds().event());
  }

  /** The same without the learning curves: all that {@code train} takes. */
  Evaluation withoutLearningCurves() {
    return new Evaluation(
        protocol, tuning, regimes, neverManeuvering, precisionRecall, Map.of(), tables);
  }

  /**
   * Reads {@code thresholds.json} or {@code evaluation.json}, which are of one form.
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

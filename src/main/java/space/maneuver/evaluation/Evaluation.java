package space.maneuver.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import space.maneuver.evaluation.report.EvaluationReport;
import tools.jackson.databind.JsonNode;

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
 * @param trainedOn what its networks were trained with and on; null for figures on what one
 *     training held out, which are no file
 */
public record Evaluation(
    String protocol,
    Tuning tuning,
    Map<String, Object> regimes,
    Map<String, Object> neverManeuvering,
    Map<String, Object> precisionRecall,
    Map<String, List<Double>> learningCurves,
    String tables,
    @Nullable TrainedOn trainedOn) {

  private static final String TRAINED_ON = "trainedOn";

  /**
   * Fits calibration and thresholds to raw results and scores the calibrated ones.
   *
   * @param raw uncalibrated
   */
  public static Evaluation of(String protocol, HeldOutResults raw) {
    return of(protocol, Tuning.fit(List.copyOf(raw.satellites().values())), raw);
  }

  /** The same with calibration and thresholds that are given. */
  public static Evaluation of(String protocol, Tuning tuning, HeldOutResults raw) {
    return of(protocol, tuning, report(tuning, tuning.apply(raw)), raw.learningCurves(), null);
  }

  static Evaluation of(
      String protocol,
      Tuning tuning,
      EvaluationReport report,
      Map<String, List<Double>> learningCurves,
      @Nullable TrainedOn trainedOn) {
    return new Evaluation(
        protocol,
        tuning,
        TrainingJson.tree(report.regimes()),
        TrainingJson.tree(report.neverManeuvering()),
        TrainingJson.tree(report.precisionRecall()),
        learningCurves,
        report.markdown(),
        trainedOn);
  }

  static EvaluationReport report(Tuning tuning, HeldOutResults calibrated) {
    return EvaluationReport.of(
        List.copyOf(calibrated.satellites().values()),
        calibrated.quiet(),
        tuning.thresholds().event());
  }

  /** The same without the learning curves: all that {@code train} takes. */
  public Evaluation withoutLearningCurves() {
    return new Evaluation(
        protocol, tuning, regimes, neverManeuvering, precisionRecall, Map.of(), tables, trainedOn);
  }

  /**
   * Reads {@code thresholds.json} or {@code evaluation.json}, which are of one form.
   *
   * @throws IOException if the file cannot be read or is not of that form; the message names it
   * @throws IllegalArgumentException if it is of a version that did not say what the networks were
   *     trained on
   */
  public static Evaluation read(Path file) throws IOException {
    if (!TrainingJson.read(file, JsonNode.class).has(TRAINED_ON)) {
      throw new IllegalArgumentException(
          file
              + ": does not say which network was evaluated on which data, as the files of older"
              + " versions do not; run evaluate again");
    }
    return TrainingJson.read(file, Evaluation.class);
  }

  /**
   * How a training differs from those that were evaluated, for a person; empty if it does not.
   *
   * @param training to take the calibration and the thresholds
   */
  public List<String> differences(TrainedOn training) {
    return Objects.requireNonNull(trainedOn).differences(training);
  }

  /** Writes {@code evaluation.json}. */
  public void write(Path file) throws IOException {
    TrainingJson.write(file, this);
  }
}

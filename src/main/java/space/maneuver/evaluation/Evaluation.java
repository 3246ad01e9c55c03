package space.maneuver.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import space.maneuver.evaluation.metrics.catalogue.CatalogueScore;
import space.maneuver.evaluation.report.EvaluationReport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The outcome of an evaluation on held-out satellites, from which {@code train} takes calibration,
 * thresholds and figures.
 *
 * @param protocol how the results were made, in prose
 * @param tuning calibration and thresholds fitted to the results
 * @param regimes {@link EvaluationReport#regimes()} as a tree
 * @param neverManeuvering {@link EvaluationReport#neverManeuvering()} as a tree
 * @param precisionRecall {@link EvaluationReport#precisionRecall()} as a tree
 * @param planted {@link EvaluationReport#planted()} as a tree
 * @param catalogue {@link EvaluationReport#catalogue()} as a tree
 * @param learningCurves loss after each hundredth of a training, by name of the training
 * @param tables figures as Markdown
 * @param trainedOn what the networks were trained with and on; null for the figures of a single
 *     training's own held-out histories, which are never written to a file
 */
public record Evaluation(
    String protocol,
    Tuning tuning,
    Map<String, Object> regimes,
    Map<String, Object> neverManeuvering,
    Map<String, Object> precisionRecall,
    Map<String, Object> planted,
    Map<String, Object> catalogue,
    Map<String, List<Double>> learningCurves,
    String tables,
    @Nullable TrainedOn trainedOn) {

  private static final String TRAINED_ON = "trainedOn";

  /** Fields that files of older versions lack. */
  private static final List<String> LATER = List.of("planted", "catalogue");

  /**
   * Fits calibration and thresholds to raw results and scores the calibrated ones.
   *
   * @param raw uncalibrated results
   */
  public static Evaluation of(String protocol, HeldOutResults raw) {
    return of(protocol, Tuning.fit(List.copyOf(raw.satellites().values())), raw);
  }

  /** Scores results with a given calibration and given thresholds. */
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
        TrainingJson.tree(report.planted()),
        TrainingJson.tree(report.catalogue()),
        learningCurves,
        report.markdown(),
        trainedOn);
  }

  static EvaluationReport report(Tuning tuning, HeldOutResults calibrated) {
    return EvaluationReport.of(
        List.copyOf(calibrated.satellites().values()),
        calibrated.quiet(),
        calibrated.planted(),
        CatalogueScore.of(
            calibrated.catalogue(),
            tuning.thresholds().event(),
            Objects.requireNonNull(tuning.thresholds().window().get(CatalogueScorer.WINDOW_DAYS))),
        tuning.thresholds().event());
  }

  /** Returns the part of {@link #tables()} that holds the figures at the shipped thresholds. */
  public String summary() {
    int end = tables.indexOf(EvaluationReport.DETAILS);
    return end < 0 ? "" : tables.substring(0, end);
  }

  /** Returns the rest of {@link #tables()}, or all of it where it has no summary. */
  public String details() {
    return tables.substring(summary().length());
  }

  /** Returns a copy without learning curves, which is all that {@code train} needs. */
  public Evaluation withoutLearningCurves() {
    return new Evaluation(
        protocol,
        tuning,
        regimes,
        neverManeuvering,
        precisionRecall,
        planted,
        catalogue,
        Map.of(),
        tables,
        trainedOn);
  }

  /**
   * Reads {@code thresholds.json} or {@code evaluation.json}, which share one format. Files of
   * older versions are read as without the figures that these did not have.
   *
   * @throws IOException if the file cannot be read or has another format; the message names it
   * @throws IllegalArgumentException if an older version wrote the file, without saying what the
   *     networks were trained on
   */
  public static Evaluation read(Path file) throws IOException {
    JsonNode tree = TrainingJson.read(file, JsonNode.class);
    if (!tree.has(TRAINED_ON)) {
      throw new IllegalArgumentException(
          file
              + ": does not say which network was evaluated on which data; an older version wrote it,"
              + " so run evaluate again");
    }
    if (tree instanceof ObjectNode fields) {
      LATER.stream().filter(name -> !fields.has(name)).forEach(fields::putObject);
    }
    return TrainingJson.read(file, tree, Evaluation.class);
  }

  /**
   * Describes in prose how a training differs from the evaluated ones.
   *
   * @param training the training that would take over calibration and thresholds
   * @return one sentence fragment per difference; empty if there is none
   */
  public List<String> differences(TrainedOn training) {
    return Objects.requireNonNull(trainedOn).differences(training);
  }

  /** Writes {@code evaluation.json}. */
  public void write(Path file) throws IOException {
    TrainingJson.write(file, this);
  }
}

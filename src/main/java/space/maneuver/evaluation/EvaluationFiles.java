package space.maneuver.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import space.maneuver.evaluation.metrics.SatelliteResult;
import space.maneuver.evaluation.metrics.events.Detection;
import space.maneuver.evaluation.metrics.windows.ScoredWindow;
import space.maneuver.evaluation.report.Contents;
import space.maneuver.evaluation.report.EvaluationReport;
import space.maneuver.evaluation.report.HtmlReport;
import space.maneuver.orbit.Ticks;
import space.maneuver.orbit.label.LabelledHistory;

/** Writes an evaluation as files that any scorer of the same protocol can check. */
public final class EvaluationFiles {

  private EvaluationFiles() {}

  private record ScoredEpoch(String epoch, double score) {
    static ScoredEpoch of(Detection detection) {
      return new ScoredEpoch(instant(detection.time()), detection.score());
    }
  }

  private record WindowLine(int norad, String window_start, String window_end, double score) {}

  /**
   * Evaluates and writes {@code evaluation.json}, {@code thresholds.json}, {@code report.md},
   * {@code report.html}, {@code NAME.detections.json} for each satellite and {@code
   * windows-DAYS.jsonl} for each window length. Where the model uses element sets outside the
   * window, {@code windows-DAYS-full.jsonl} holds the same windows scored in full context.
   *
   * @param protocol how the results were made, in prose
   * @param raw uncalibrated results
   * @param histories the satellites' histories by name
   * @param trainedOn what the networks were trained with and on, held-out satellites included
   */
  public static Evaluation write(
      Path directory,
      String protocol,
      HeldOutResults raw,
      Map<String, LabelledHistory> histories,
      TrainedOn trainedOn)
      throws IOException {
    Tuning tuning = Tuning.fit(List.copyOf(raw.satellites().values()));
    HeldOutResults calibrated = tuning.apply(raw);
    EvaluationReport report = Evaluation.report(tuning, calibrated);
    Evaluation evaluation =
        Evaluation.of(protocol, tuning, report, raw.learningCurves(), trainedOn);
    evaluation.write(directory.resolve("evaluation.json"));
    evaluation.withoutLearningCurves().write(directory.resolve("thresholds.json"));
    String body =
        report.summary()
            + "## How the figures were made\n\n"
            + evaluation.protocol()
            + "\n\n"
            + report.details();
    Files.writeString(
        directory.resolve("report.md"), "# Evaluation\n\n" + Contents.sections(body) + body);
    Files.writeString(
        directory.resolve("report.html"), HtmlReport.of(protocol, report, raw.learningCurves()));
    Map<String, SatelliteResult> satellites = new TreeMap<>(calibrated.satellites());
    for (int days : Tuning.WINDOW_DAYS) {
      StringBuilder alone = new StringBuilder();
      StringBuilder inContext = new StringBuilder();
      satellites.forEach(
          (name, result) -> {
            int norad = Objects.requireNonNull(histories.get(name)).history().noradId();
            append(alone, norad, result.windowed(days).windows());
            append(inContext, norad, result.windowedInContext(days).windows());
          });
      Files.writeString(directory.resolve("windows-" + days + ".jsonl"), alone);
      if (!inContext.isEmpty()) {
        Files.writeString(directory.resolve("windows-" + days + "-full.jsonl"), inContext);
      }
    }
    for (Map.Entry<String, SatelliteResult> each : satellites.entrySet()) {
      List<ScoredEpoch> detections =
          each.getValue().detections().stream().map(ScoredEpoch::of).collect(Collectors.toList());
      TrainingJson.write(directory.resolve(each.getKey() + ".detections.json"), detections);
    }
    return evaluation;
  }

  private static void append(StringBuilder lines, int norad, List<ScoredWindow> windows) {
    for (ScoredWindow window : windows) {
      lines.append(TrainingJson.line(line(norad, window))).append('\n');
    }
  }

  private static WindowLine line(int norad, ScoredWindow window) {
    return new WindowLine(norad, instant(window.start()), instant(window.end()), window.score());
  }

  private static String instant(double days) {
    return Ticks.instant(days).toString();
  }
}

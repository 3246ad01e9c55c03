package space.maneuver.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import space.maneuver.evaluation.Detection;
import space.maneuver.evaluation.SatelliteResult;
import space.maneuver.evaluation.ScoredWindow;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.LabelledHistory;

/** Leaves an evaluation in files that any scorer of the same protocol can check. */
public final class EvaluationFiles {

  private EvaluationFiles() {}

  private record ScoredEpoch(String epoch, double score) {
    static ScoredEpoch of(Detection detection) {
      return new ScoredEpoch(instant(detection.time()), detection.score());
    }
  }

  private record WindowLine(int norad, String window_start, String window_end, double score) {}

  /**
   * Writes {@code evaluation.json}, {@code report.md}, per satellite {@code NAME.detections.json}
   * and per window length {@code windows-DAYS.jsonl}.
   *
   * @param raw uncalibrated results by name
   */
  public static void write(
      Path directory,
      Evaluation evaluation,
      Map<String, SatelliteResult> raw,
      Map<String, LabelledHistory> satellites)
      throws IOException {
    evaluation.write(directory.resolve("evaluation.json"));
    Files.writeString(
        directory.resolve("report.md"),
        "# Evaluation\n\n" + evaluation.protocol() + "\n\n" + evaluation.tables());
    for (int days : Tuning.WINDOW_DAYS) {
      StringBuilder lines = new StringBuilder();
      raw.forEach(
          (name, result) -> {
            int norad = Objects.requireNonNull(satellites.get(name)).history().noradId();
            SatelliteResult calibrated = evaluation.tuning().apply(result);
            for (ScoredWindow window : calibrated.windows().getOrDefault(days, List.of())) {
              lines.append(TrainingJson.line(line(norad, window))).append('\n');
            }
          });
      Files.writeString(directory.resolve("windows-" + days + ".jsonl"), lines);
    }
    for (Map.Entry<String, SatelliteResult> each : raw.entrySet()) {
      List<ScoredEpoch> detections =
          evaluation.tuning().apply(each.getValue()).detections().stream()
              .map(ScoredEpoch::of)
              .collect(Collectors.toList());
      TrainingJson.write(directory.resolve(each.getKey() + ".detections.json"), detections);
    }
  }

  private static WindowLine line(int norad, ScoredWindow window) {
    return new WindowLine(norad, instant(window.start()), instant(window.end()), window.score());
  }

  private static String instant(double days) {
    return ElementSet.instant(Math.round(days * ElementSet.TICKS_PER_DAY)).toString();
  }
}

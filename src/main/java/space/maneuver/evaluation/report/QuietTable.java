package space.maneuver.evaluation.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import space.maneuver.evaluation.metrics.QuietScore;
import space.maneuver.orbit.OrbitRegime;

/** What an {@link EvaluationReport} says of objects without burns, as Markdown. */
final class QuietTable {

  private QuietTable() {}

  static String of(EvaluationReport report) {
    String unlabelled =
        Arrays.stream(OrbitRegime.values())
            .filter(regime -> !report.regimes().containsKey(regime))
            .map(OrbitRegime::name)
            .collect(Collectors.joining(", "));
    String note =
        unlabelled.isEmpty()
            ? ""
            : "Without a satellite with published burns, so that nothing above is about them: "
                + unlabelled
                + ".\n\n";
    if (report.neverManeuvering().isEmpty()) {
      return note;
    }
    MarkdownTable table =
        new MarkdownTable(
            "Objects that never maneuver",
            List.of(
                "regime",
                "histories",
                "objects",
                "object-years",
                "threshold",
                "false alarms",
                "per object and year",
                "per object and month",
                "objects with any"));
    report
        .neverManeuvering()
        .forEach(
            (regime, scores) -> {
              for (QuietScore score : scores) {
                table.row(
                    regime,
                    score.source().label(),
                    score.objects(),
                    score.objectYears(),
                    score.threshold(),
                    score.falseAlarms(),
                    score.perObjectYear(),
                    score.perObjectMonth(),
                    score.objectsWithFalseAlarms());
              }
            });
    return table + note;
  }
}

package space.maneuver.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import space.maneuver.detection.ManeuverDetector;
import space.maneuver.detection.ObjectReport;
import space.maneuver.model.ManeuverModel;
import space.maneuver.orbit.History;
import space.maneuver.web.DetectionsAnswer;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "detect",
    mixinStandardHelpOptions = true,
    description = "Lists the maneuvers in histories of element sets, of one or many objects.")
final class DetectCommand implements Callable<Integer> {

  /** How the result is printed. */
  enum Format {
    TABLE,
    JSON,
    CSV
  }

  @Spec private @Nullable CommandSpec command;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Element sets, any format.")
  private List<Path> files = List.of();

  @Option(
      names = "--min-confidence",
      paramLabel = "X",
      description = {
        "Least confidence listed, 0 to 1; 0 lists every candidate.",
        "Default: the model's threshold for the object's regime."
      })
  private @Nullable Double minConfidence;

  @Option(
      names = "--format",
      defaultValue = "TABLE",
      description = "table, json (the answer of POST /detections) or csv (default: table).")
  private Format format = Format.TABLE;

  @Mixin private ModelOptions model = new ModelOptions();

  @Override
  public Integer call() throws IOException {
    if (minConfidence != null && !(minConfidence >= 0 && minConfidence <= 1)) {
      throw Console.usage(command, "--min-confidence: from 0 to 1, not " + minConfidence);
    }
    try (ManeuverModel started = model.start()) {
      ManeuverDetector detector = new ManeuverDetector(started, model.solarFlux(started));
      InputFiles input = InputFiles.read(files);
      RejectionList.print(input.rejected(), Console.err(command));
      List<ObjectReport> reports = new ArrayList<>();
      try (CountingBar bar = new CountingBar("detecting", input.histories().size())) {
        for (History history : input.histories()) {
          reports.add(detector.detect(history, minConfidence));
          bar.step();
        }
      }
      PrintWriter out = Console.out(command);
      switch (format) {
        case TABLE -> ManeuverTable.print(reports, out);
        case CSV -> ManeuverCsv.print(reports, out);
        case JSON ->
            out.println(
                JsonMapper.shared()
                    .writeValueAsString(DetectionsAnswer.of(started, reports, input.rejected())));
      }
      out.flush();
      return reports.isEmpty() ? ExitCode.SOFTWARE : ExitCode.OK;
    }
  }
}

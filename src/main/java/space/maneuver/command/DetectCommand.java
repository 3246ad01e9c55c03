package space.maneuver.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import space.maneuver.detection.ManeuverDetector;
import space.maneuver.model.ManeuverModel;

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

  @Mixin private InputOptions input = new InputOptions();

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
      PrintWriter out = Console.out(command);
      ReportPrinter printer = printer(started, out);
      int[] objects = new int[1];
      InputSummary summary =
          input.forEachHistory(
              "detecting",
              history -> {
                printer.print(detector.detect(history, minConfidence));
                objects[0]++;
              });
      printer.end(summary);
      out.flush();
      return objects[0] > 0 && summary.complete() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  private ReportPrinter printer(ManeuverModel model, PrintWriter out) {
    return switch (format) {
      case TABLE -> new ManeuverTable(out);
      case CSV -> new ManeuverCsv(out);
      case JSON -> new DetectionsJson(model, out);
    };
  }
}

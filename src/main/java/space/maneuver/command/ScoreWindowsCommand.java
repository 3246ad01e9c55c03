package space.maneuver.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import space.maneuver.command.report.ReportPrinter.InputSummary;
import space.maneuver.command.terminal.Console;
import space.maneuver.command.terminal.HelpGroups.Heading;
import space.maneuver.command.terminal.HelpGroups.Under;
import space.maneuver.detection.ObjectReport.ObjectError;
import space.maneuver.detection.WindowContext;
import space.maneuver.detection.WindowPredictor;
import space.maneuver.detection.search.WindowProbability;
import space.maneuver.features.SolarFlux;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.orbit.History;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "score-windows",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the probability of a maneuver in every window of each history, one JSON line per"
          + " window.",
      "A line has norad (catalogue number), window_start and window_end (UTC) and score, the"
          + " calibrated probability from 0 to 1. Windows are [start, end), the first one starts at 00:00 UTC on the day of the first element"
          + " set, and none is omitted. With --context window, score is the probability that POST"
          + " /api/v1/predictions gives to the window's features; with --context full it is the one"
          + " in the windows of POST /api/v1/detections."
    },
    customSynopsis = "maneuver-detection score-windows --days 30|60 [OPTIONS] FILE...",
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar maneuver-detection.jar score-windows history.tle --days 30",
      "  java -jar maneuver-detection.jar score-windows history.tle --days 60 --stride-days 7"
    })
final class ScoreWindowsCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec command;

  @Mixin private InputOptions input = new InputOptions();

  @Under(Heading.OUTPUT)
  @Option(
      names = "--days",
      paramLabel = "N",
      required = true,
      description = "Length of the windows in days, 30 or 60. Required.")
  private int days;

  @Under(Heading.OUTPUT)
  @Option(
      names = "--stride-days",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Days from the start of one window to the next, at least 1 (default: ${DEFAULT-VALUE}).")
  private int strideDays;

  @Under(Heading.MODEL)
  @Option(
      names = "--context",
      paramLabel = "CONTEXT",
      defaultValue = "window",
      description =
          "window: use nothing outside the window; full: let the model use element sets around it."
              + " A daily model never does, so both give the same (default: ${DEFAULT-VALUE}).")
  private WindowContext context = WindowContext.WINDOW;

  @Mixin private ModelOptions model = new ModelOptions();

  private record Line(int norad, String window_start, String window_end, double score) {
    static Line of(History history, WindowProbability window) {
      return new Line(
          history.noradId(),
          window.start().toString(),
          window.end().toString(),
          window.probability());
    }
  }

  @Override
  public Integer call() throws IOException {
    if (strideDays < 1) {
      throw Console.usage(command, "--stride-days must be at least 1, not " + strideDays);
    }
    try (ManeuverModel started = model.start()) {
      if (!started.bundle().windowDays().contains(days)) {
        throw Console.usage(
            command, "--days must be one of " + started.bundle().windowDays() + ", not " + days);
      }
      SolarFlux solarFlux = model.solarFlux(started);
      PrintWriter out = Console.out(command);
      WindowPredictor predictor = new WindowPredictor(started);
      JsonMapper json = JsonMapper.shared();
      boolean[] any = new boolean[1];
      boolean[] failed = new boolean[1];
      InputSummary summary =
          input.forEachHistory(
              "scoring",
              history -> true,
              history -> scored(predictor, history, solarFlux),
              scored -> {
                ObjectError error = scored.error();
                if (error != null) {
                  Console.err(command)
                      .printf("object %d: %s%n", scored.history().noradId(), error.reason());
                  failed[0] = true;
                }
                for (WindowProbability window : scored.windows()) {
                  out.println(json.writeValueAsString(Line.of(scored.history(), window)));
                  any[0] = true;
                }
              });
      out.flush();
      if (!any[0] && !failed[0]) {
        Console.err(command)
            .println("no history spans " + days + " days, so there is no window to score");
      }
      return any[0] && !failed[0] && summary.complete() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  private record Scored(
      History history, List<WindowProbability> windows, @Nullable ObjectError error) {}

  private Scored scored(WindowPredictor predictor, History history, SolarFlux solarFlux) {
    try {
      return new Scored(
          history, predictor.scan(history, days, strideDays, solarFlux, context), null);
    } catch (RuntimeException e) {
      return new Scored(history, List.of(), ObjectError.of(history.noradId(), e));
    }
  }
}

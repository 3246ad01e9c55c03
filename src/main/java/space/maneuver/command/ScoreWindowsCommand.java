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
      "Prints the probability of a maneuver in every window of a history, a JSON line each.",
      "Windows are [start, end) from 00:00 UTC of the first element set's day on; none is "
          + "omitted."
    })
final class ScoreWindowsCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec command;

  @Mixin private InputOptions input = new InputOptions();

  @Option(names = "--days", required = true, description = "Length of the windows: 30 or 60.")
  private int days;

  @Option(
      names = "--stride-days",
      defaultValue = "1",
      description = "Days from one window's start to the next one's (default: ${DEFAULT-VALUE}).")
  private int strideDays;

  @Option(
      names = "--context",
      defaultValue = "window",
      description =
          "window: nothing outside a window is used; full: the model may look further. A "
              + "daily model never looks further, so both give the same (default: "
              + "${DEFAULT-VALUE}).")
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
      throw Console.usage(command, "--stride-days: at least 1, not " + strideDays);
    }
    try (ManeuverModel started = model.start()) {
      if (!started.bundle().windowDays().contains(days)) {
        throw Console.usage(
            command, "--days: one of " + started.bundle().windowDays() + ", not " + days);
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
        Console.err(command).println("no history is " + days + " days long: no window to score");
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

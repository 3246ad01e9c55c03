package space.maneuver.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import space.maneuver.command.report.ExportPrinter;
import space.maneuver.command.report.ManeuverTable;
import space.maneuver.command.report.RecentTable;
import space.maneuver.command.report.ReportPrinter;
import space.maneuver.command.report.ReportPrinter.InputSummary;
import space.maneuver.command.terminal.Console;
import space.maneuver.command.terminal.HelpGroups.Heading;
import space.maneuver.command.terminal.HelpGroups.Under;
import space.maneuver.command.terminal.Sparkline;
import space.maneuver.detection.Detector;
import space.maneuver.detection.ObjectReport;
import space.maneuver.detection.ObjectReport.ObjectError;
import space.maneuver.detection.Since;
import space.maneuver.detection.reconstruction.Maneuver.Kind;
import space.maneuver.exchange.DetectionsWriter;
import space.maneuver.exchange.DetectionsWriter.Layout;
import space.maneuver.exchange.ModelReference;
import space.maneuver.exchange.RejectedRecord;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.orbit.History;

@Command(
    name = "detect",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the maneuvers in the histories of one or many objects.",
      "An object needs at least three element sets on two days (maneuver-lstm-daily: on five days)."
          + " Exit status: 0 success, 1 nothing usable, an unreadable file or a failed search, 2"
          + " wrong usage."
    },
    customSynopsis = "maneuver-detection detect [OPTIONS] FILE...",
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar maneuver-detection.jar detect history.tle",
      "  java -jar maneuver-detection.jar detect catalogue.json.gz --format csv > maneuvers.csv",
      "  java -jar maneuver-detection.jar detect history.tle --norad 41335 --plot plot.html"
    })
final class DetectCommand implements Callable<Integer> {

  /** Formats of the result. */
  enum Format {
    TABLE,
    JSON,
    CSV,
    OCM,
    UDL
  }

  @Spec private @Nullable CommandSpec command;

  @Mixin private InputOptions input = new InputOptions();

  @Under(Heading.OUTPUT)
  @Option(
      names = "--min-confidence",
      paramLabel = "X",
      description =
          "Lowest confidence to list, 0 to 1; 0 lists every candidate (default: the model's"
              + " threshold for the regime of the object).")
  private @Nullable Double minConfidence;

  @Under(Heading.OUTPUT)
  @Option(
      names = "--kinds",
      paramLabel = "KINDS",
      description =
          "Kinds of maneuvers to list, separated by commas: burn, continuous-thrust, anomaly,"
              + " drag-change; or all (default: all but drag-change).")
  private @Nullable String kinds;

  @Under(Heading.OUTPUT)
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "TABLE",
      description =
          "table, json (the response of POST /api/v1/detections), csv, one maneuver a line, ocm"
              + " (CCSDS Orbit Comprehensive Messages in NDM/XML, one an object) or udl (maneuver"
              + " records of the Unified Data Library) (default: table).")
  private Format format = Format.TABLE;

  @Under(Heading.OUTPUT)
  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "List only maneuvers that may have happened since then, and only objects with one: days or"
              + " hours up to now, such as 7d or 36h, or a time, such as 2026-01-31. The table has a"
              + " line an object, the newest maneuver first (default: all maneuvers).")
  private @Nullable String since;

  @Under(Heading.OUTPUT)
  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "AUTO",
      description =
          "Colors in the table: always, never, or auto: only on a terminal, and unless NO_COLOR is"
              + " set (default: auto).")
  private Coloring color = Coloring.AUTO;

  @Under(Heading.INPUT)
  @Option(
      names = "--norad",
      paramLabel = "N",
      description = "Search only the object with this catalogue number (default: all objects).")
  private @Nullable Integer norad;

  @Under(Heading.OUTPUT)
  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description =
          "Also plot elements, residuals, probabilities and maneuvers of one object to FILE.svg, or"
              + " with a table of maneuvers to FILE.html; with several objects, select one by"
              + " --norad (default: no plot).")
  private @Nullable Path plot;

  @Mixin private ModelOptions model = new ModelOptions();

  @Override
  public Integer call() throws IOException {
    if (minConfidence != null && !(minConfidence >= 0 && minConfidence <= 1)) {
      throw Console.usage(command, "--min-confidence must be 0 to 1, not " + minConfidence);
    }
    Set<Kind> listed = kinds == null ? Kind.LISTED : kinds(kinds);
    Instant from = since == null ? null : since(since);
    PlotFile file = plot == null ? null : PlotFile.of(command, plot);
    try (ManeuverModel started = model.start()) {
      Detector detector = new Detector(started, model.solarFlux(started));
      PrintWriter out = Console.out(command);
      ReportPrinter printer = printer(started, out, from != null);
      int[] objects = new int[1];
      int[] searched = new int[1];
      int[] failed = new int[1];
      InputSummary summary =
          input.forEachHistory(
              "detecting",
              this::isWanted,
              history -> {
                ObjectReport report =
                    detector.detect(history, minConfidence, inColumns()).withKinds(listed);
                return from == null ? report : report.since(from);
              },
              report -> {
                if (file != null && objects[0] == 1) {
                  throw Console.usage(
                      command, "--plot: the input has several objects; choose one with --norad");
                }
                if (from == null || !report.maneuvers().isEmpty() || report.error() != null) {
                  printer.print(format == Format.TABLE ? report : report.withoutSeries());
                }
                objects[0]++;
                if (report.error() == null) {
                  searched[0]++;
                } else if (report.error().code() != ObjectError.Code.TOO_FEW_ELEMENT_SETS) {
                  failed[0]++;
                }
                if (file != null) {
                  file.draw(report);
                }
              });
      printer.end(summary);
      if (file != null) {
        file.write();
      }
      if (objects[0] == 0 && norad != null) {
        Console.err(command).println("no usable element set of object " + norad + " in the input");
      }
      out.flush();
      return searched[0] > 0 && failed[0] == 0 && summary.complete()
          ? ExitCode.OK
          : ExitCode.SOFTWARE;
    }
  }

  private Set<Kind> kinds(String names) {
    try {
      return Kind.parse(names);
    } catch (IllegalArgumentException e) {
      throw Console.usage(command, "--kinds " + e.getMessage() + ", not " + names);
    }
  }

  private boolean isWanted(History history) {
    return norad == null || norad == history.noradId();
  }

  /** Table and plot need the series behind the report. */
  private boolean inColumns() {
    return format == Format.TABLE || plot != null;
  }

  private Instant since(String text) {
    try {
      return Since.parse(text, Instant.now());
    } catch (IllegalArgumentException e) {
      throw Console.usage(command, "--since " + Since.RULE + ", not " + text);
    }
  }

  private ReportPrinter printer(ManeuverModel model, PrintWriter out, boolean recent)
      throws IOException {
    return switch (format) {
      case TABLE ->
          recent
              ? new RecentTable(out, Console.err(command))
              : new ManeuverTable(out, color.ansi(), Sparkline.forStandardOutput());
      case JSON -> new DetectionsJson(model, out);
      case CSV -> ExportPrinter.csv(out, Console.err(command));
      case OCM -> ExportPrinter.ocm(ModelReference.of(model), out, Console.err(command));
      case UDL -> ExportPrinter.udl(ModelReference.of(model), out, Console.err(command), command);
    };
  }

  /** When the table is colored. */
  private enum Coloring {
    AUTO(Ansi.AUTO),
    ALWAYS(Ansi.ON),
    NEVER(Ansi.OFF);

    private final Ansi ansi;

    Coloring(Ansi ansi) {
      this.ansi = ansi;
    }

    Ansi ansi() {
      return ansi;
    }
  }

  /** Prints the response of {@code POST /api/v1/detections}, on one line. */
  private static final class DetectionsJson implements ReportPrinter {

    private final DetectionsWriter json;
    private final PrintWriter out;

    DetectionsJson(ManeuverModel model, PrintWriter out) {
      this.out = out;
      json = new DetectionsWriter(Layout.JSON, ModelReference.of(model), out);
    }

    @Override
    public void print(ObjectReport report) {
      json.object(report);
    }

    @Override
    public void end(InputSummary input) {
      json.end(input.rejected().stream().map(RejectedRecord::of).toList(), input.rejectedCount());
      out.println();
    }
  }
}

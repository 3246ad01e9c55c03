package space.maneuver.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import space.maneuver.detection.Detector;
import space.maneuver.detection.ObjectReport;
import space.maneuver.detection.ObjectReport.ObjectError;
import space.maneuver.exchange.DetectionsWriter;
import space.maneuver.exchange.DetectionsWriter.Layout;
import space.maneuver.exchange.ManeuverCsv;
import space.maneuver.exchange.ModelReference;
import space.maneuver.exchange.RejectedRecord;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.orbit.History;

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
      description =
          "Least confidence listed, 0 to 1; 0 lists every candidate. Default: the model's "
              + "threshold for the object's regime.")
  private @Nullable Double minConfidence;

  @Option(
      names = "--format",
      defaultValue = "TABLE",
      description = "table, json (the answer of POST /detections) or csv (default: table).")
  private Format format = Format.TABLE;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "AUTO",
      description = "always, never or auto: in the table on a terminal, unless NO_COLOR is set.")
  private Coloring color = Coloring.AUTO;

  @Option(names = "--norad", paramLabel = "N", description = "Only the object of this number.")
  private @Nullable Integer norad;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description =
          "Draws the elements, residuals, probabilities and maneuvers of the one object "
              + "there is, or that --norad names, to a file: .svg, or .html with the maneuvers as "
              + "a table.")
  private @Nullable Path plot;

  @Mixin private ModelOptions model = new ModelOptions();

  @Override
  public Integer call() throws IOException {
    if (minConfidence != null && !(minConfidence >= 0 && minConfidence <= 1)) {
      throw Console.usage(command, "--min-confidence: from 0 to 1, not " + minConfidence);
    }
    PlotFile file = plot == null ? null : PlotFile.of(command, plot);
    try (ManeuverModel started = model.start()) {
      Detector detector = new Detector(started, model.solarFlux(started));
      PrintWriter out = Console.out(command);
      ReportPrinter printer = printer(started, out);
      int[] objects = new int[1];
      int[] searched = new int[1];
      int[] failed = new int[1];
      InputSummary summary =
          input.forEachHistory(
              "detecting",
              this::isWanted,
              history -> detector.detect(history, minConfidence, inColumns()),
              report -> {
                if (file != null && objects[0] == 1) {
                  throw Console.usage(
                      command, "--plot: there are several objects; choose by --norad");
                }
                printer.print(format == Format.TABLE ? report : report.withoutSeries());
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
        Console.err(command).println("there is no usable element set of object " + norad);
      }
      out.flush();
      return searched[0] > 0 && failed[0] == 0 && summary.complete()
          ? ExitCode.OK
          : ExitCode.SOFTWARE;
    }
  }

  private boolean isWanted(History history) {
    return norad == null || norad == history.noradId();
  }

  /** Table and plot show what the report was made from. */
  private boolean inColumns() {
    return format == Format.TABLE || plot != null;
  }

  private ReportPrinter printer(ManeuverModel model, PrintWriter out) {
    return switch (format) {
      case TABLE -> new ManeuverTable(out, color.ansi(), Sparkline.forStandardOutput());
      case CSV -> new Csv(out, Console.err(command));
      case JSON -> new DetectionsJson(model, out);
    };
  }

  /** When a command writes in colours. */
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

  /** The answer that {@code POST /detections} gives, on one line. */
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

  /** What is said of an object besides its maneuvers goes to standard error. */
  private static final class Csv implements ReportPrinter {

    /** Objects that something is said of; a catalogue has thousands with one element set. */
    private static final int SHOWN = 10;

    private final ManeuverCsv csv;
    private final PrintWriter err;
    private int said;

    Csv(PrintWriter out, PrintWriter err) {
      csv = new ManeuverCsv(out);
      this.err = err;
    }

    @Override
    public void print(ObjectReport report) {
      if (report.error() != null) {
        say(report, report.error().reason());
      }
      report.notes().forEach(note -> say(report, note.reason()));
      csv.object(report);
    }

    @Override
    public void end(InputSummary input) {
      csv.end();
      if (said > SHOWN) {
        err.printf("and %d more objects; --format json names all%n", said - SHOWN);
      }
    }

    private void say(ObjectReport report, String reason) {
      said++;
      if (said <= SHOWN) {
        err.printf("object %d: %s%n", report.noradId(), reason);
      }
    }
  }
}

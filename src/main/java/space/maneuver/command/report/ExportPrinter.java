package space.maneuver.command.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import space.maneuver.command.terminal.Console;
import space.maneuver.detection.ObjectReport;
import space.maneuver.exchange.ExportedManeuver;
import space.maneuver.exchange.ManeuverCsv;
import space.maneuver.exchange.ManeuverOcm;
import space.maneuver.exchange.ManeuverOcm.Layout;
import space.maneuver.exchange.ManeuverUdl;
import space.maneuver.exchange.ManeuverUdl.DataMode;
import space.maneuver.exchange.ManeuverUdl.Origin;
import space.maneuver.exchange.ModelReference;

/** Prints maneuvers for other programs; errors and notes about objects go to standard error. */
public final class ExportPrinter implements ReportPrinter {

  /** Most objects to comment on: a catalogue has thousands with a single element set. */
  private static final int SHOWN = 10;

  private static final String SOURCE = "MANEUVER_EXPORT_SOURCE";
  private static final String MARKING = "MANEUVER_EXPORT_MARKING";
  private static final String MODE = "MANEUVER_EXPORT_MODE";

  private final Writing writing;
  private final PrintWriter err;
  private int said;

  private ExportPrinter(Writing writing, PrintWriter err) {
    this.writing = writing;
    this.err = err;
  }

  /** A format. */
  private interface Writing {

    void object(ObjectReport report) throws IOException;

    void end() throws IOException;
  }

  /** Prints CSV, a maneuver a line. */
  public static ReportPrinter csv(PrintWriter out, PrintWriter err) {
    return new ExportPrinter(csv(out), err);
  }

  /**
   * Prints CCSDS Orbit Comprehensive Messages.
   *
   * @param model that finds the maneuvers
   */
  public static ReportPrinter ocm(ModelReference model, PrintWriter out, PrintWriter err)
      throws IOException {
    return new ExportPrinter(ocm(model, out), err);
  }

  /**
   * Prints maneuver records of the Unified Data Library.
   *
   * @param model that finds the maneuvers
   * @param command to name in the usage of a wrong setting
   */
  public static ReportPrinter udl(
      ModelReference model, PrintWriter out, PrintWriter err, @Nullable CommandSpec command) {
    return new ExportPrinter(udl(model, origin(command), out), err);
  }

  private static Origin origin(@Nullable CommandSpec command) {
    try {
      return new Origin(source(), setting(MARKING, "U"), DataMode.of(setting(MODE, "REAL")));
    } catch (IllegalArgumentException e) {
      throw Console.usage(command, MODE + " " + e.getMessage());
    }
  }

  private static String source() {
    return setting(SOURCE, "maneuver-detection");
  }

  private static String setting(String name, String otherwise) {
    String text = System.getenv(name);
    return text == null || text.isBlank() ? otherwise : text;
  }

  private static Writing csv(PrintWriter out) {
    ManeuverCsv csv = new ManeuverCsv(out);
    return new Writing() {
      @Override
      public void object(ObjectReport report) {
        csv.object(report);
      }

      @Override
      public void end() {
        csv.end();
      }
    };
  }

  private static Writing ocm(ModelReference model, PrintWriter out) throws IOException {
    ManeuverOcm ocm =
        new ManeuverOcm(Layout.XML, source(), Instant.now().truncatedTo(ChronoUnit.MILLIS), out);
    return new Writing() {
      @Override
      public void object(ObjectReport report) throws IOException {
        ocm.objects(exported(report, model).iterator());
      }

      @Override
      public void end() throws IOException {
        ocm.end();
      }
    };
  }

  private static Writing udl(ModelReference model, Origin origin, PrintWriter out) {
    ManeuverUdl udl = new ManeuverUdl(origin, out);
    return new Writing() {
      @Override
      public void object(ObjectReport report) {
        exported(report, model).forEach(udl::maneuver);
      }

      @Override
      public void end() {
        udl.end();
        out.println();
      }
    };
  }

  private static Stream<ExportedManeuver> exported(ObjectReport report, ModelReference model) {
    return report.maneuvers().stream().map(each -> ExportedManeuver.of(report, each, model));
  }

  @Override
  public void print(ObjectReport report) {
    if (report.error() != null) {
      say(report, report.error().reason());
    }
    report.notes().forEach(note -> say(report, note.reason()));
    try {
      writing.object(report);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void end(InputSummary input) {
    try {
      writing.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (said > SHOWN) {
      int more = said - SHOWN;
      err.printf("and %d more object%s; --format json names all%n", more, more == 1 ? "" : "s");
    }
  }

  private void say(ObjectReport report, String reason) {
    said++;
    if (said <= SHOWN) {
      err.printf("object %d: %s%n", report.noradId(), reason);
    }
  }
}

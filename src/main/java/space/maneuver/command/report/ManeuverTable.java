package space.maneuver.command.report;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;
import space.maneuver.command.terminal.Sparkline;
import space.maneuver.detection.ObjectReport;
import space.maneuver.detection.ObjectReport.ObjectSeries;
import space.maneuver.detection.reconstruction.Maneuver;
import space.maneuver.detection.reconstruction.Maneuver.DeltaV;
import space.maneuver.detection.reconstruction.Maneuver.Kind;
import space.maneuver.detection.reconstruction.Maneuver.Status;
import space.maneuver.detection.reconstruction.Maneuver.Type;

/** Prints maneuvers as a table, below a sparkline of the probability over the history. */
public final class ManeuverTable implements ReportPrinter {

  private static final String HEADING = "bold";
  private static final String CONFIRMED = "green";
  private static final String PROVISIONAL = "yellow";
  private static final String FAINT = "faint";

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter DAYS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final PrintWriter out;
  private final Ansi ansi;
  private final Sparkline sparkline;

  public ManeuverTable(PrintWriter out, Ansi ansi, Sparkline sparkline) {
    this.out = out;
    this.ansi = ansi;
    this.sparkline = sparkline;
  }

  @Override
  public void print(ObjectReport report) {
    out.println(
        styled(
            HEADING,
            "%d%s  %s%s, %s: %s",
            report.noradId(),
            report.name() == null ? "" : " " + report.name(),
            report.regime(),
            report.measured() ? "" : " (where the model was not measured)",
            count(report.elementSets(), "element set"),
            report.error() == null
                ? count(report.maneuvers().size(), "maneuver")
                : "not searched, " + report.error().reason()));
    ObjectSeries series = report.series();
    if (report.error() == null && series != null && !series.epoch().isEmpty()) {
      List<Instant> epochs = series.epoch();
      out.printf(
          "  %s %s %s  probability%n",
          DAYS.format(epochs.get(0)),
          styled(CONFIRMED, "%s", sparkline.draw(series)),
          DAYS.format(epochs.get(epochs.size() - 1)));
    }
    report.notes().forEach(note -> out.println(styled(PROVISIONAL, "  note: %s", note.reason())));
    if (!report.maneuvers().isEmpty()) {
      out.println(
          styled(
              FAINT,
              "  %-16s  %-16s  %-16s  %10s  %-11s  %-11s  %s",
              "epoch (UTC)",
              "earliest",
              "latest",
              "confidence",
              "status",
              "type",
              "delta-v (m/s)"));
    }
    report.maneuvers().forEach(this::print);
  }

  private void print(Maneuver maneuver) {
    boolean confirmed = maneuver.status() == Status.CONFIRMED;
    String style = confirmed ? CONFIRMED : PROVISIONAL;
    DeltaV deltaV = maneuver.deltaV();
    out.println(
        String.format(
                Locale.ROOT,
                "  %-16s  %-16s  %-16s  ",
                minutes(maneuver.epoch()),
                minutes(maneuver.earliest()),
                minutes(maneuver.latest()))
            + styled(
                style,
                "%10.4f  %-11s",
                maneuver.confidence(),
                confirmed ? "confirmed" : "provisional")
            + String.format(Locale.ROOT, "  %-11s  ", type(maneuver))
            + (deltaV == null
                ? styled(FAINT, "not known")
                : String.format(Locale.ROOT, "%s +- %.4f", signed(deltaV), deltaV.sigma())));
  }

  /** The total with a sign where it tells whether the orbit was raised. */
  private static String signed(DeltaV deltaV) {
    String format = Type.of(deltaV) == Type.IN_TRACK ? "%+.4f" : " %.4f";
    return String.format(Locale.ROOT, format, deltaV.signedTotal());
  }

  /** The direction of a burn; what else happened has none. */
  private static String type(Maneuver maneuver) {
    if (maneuver.kind() != Kind.BURN) {
      return maneuver.kind().label();
    }
    String direction = maneuver.type().label();
    return maneuver.burns() == 1 ? direction : direction + " x" + maneuver.burns();
  }

  /** Styles text without interpreting markup in it, since names come from the input. */
  private String styled(String style, String format, @Nullable Object... values) {
    String text = String.format(Locale.ROOT, format, values);
    return ansi.enabled() ? Style.on(Style.parse(style)) + text + Style.reset.on() : text;
  }

  @Override
  public void end(InputSummary input) {}

  private static String count(int number, String one) {
    return number + " " + one + (number == 1 ? "" : "s");
  }

  private static String minutes(Instant instant) {
    return MINUTES.format(instant);
  }
}

package space.maneuver.command;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import space.maneuver.detection.DeltaV;
import space.maneuver.detection.Maneuver;
import space.maneuver.detection.ManeuverStatus;
import space.maneuver.detection.ObjectReport;

/** Maneuvers for a person to read. */
final class ManeuverTable implements ReportPrinter {

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final PrintWriter out;

  ManeuverTable(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void print(ObjectReport report) {
    out.printf(
        Locale.ROOT,
        "%d%s  %s%s, %d element sets: %d maneuvers%n",
        report.noradId(),
        report.name() == null ? "" : " " + report.name(),
        report.regime(),
        report.measured() ? "" : " (where the model was not measured)",
        report.elementSets(),
        report.maneuvers().size());
    if (!report.maneuvers().isEmpty()) {
      out.printf(
          "  %-16s  %-16s  %-16s  %10s  %-11s  %-11s  %s%n",
          "epoch (UTC)", "earliest", "latest", "confidence", "status", "type", "delta-v (m/s)");
    }
    for (Maneuver maneuver : report.maneuvers()) {
      out.printf(
          Locale.ROOT,
          "  %-16s  %-16s  %-16s  %10.4f  %-11s  %-11s  %s%n",
          minutes(maneuver.epoch()),
          minutes(maneuver.earliest()),
          minutes(maneuver.latest()),
          maneuver.confidence(),
          maneuver.status() == ManeuverStatus.CONFIRMED ? "confirmed" : "provisional",
          maneuver.type().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          deltaV(maneuver));
    }
  }

  @Override
  public void end(InputSummary input) {}

  private static String deltaV(Maneuver maneuver) {
    DeltaV deltaV = maneuver.deltaV();
    return deltaV == null
        ? "below the noise"
        : String.format(Locale.ROOT, "%.4f +- %.4f", deltaV.total(), deltaV.sigma());
  }

  private static String minutes(Instant instant) {
    return MINUTES.format(instant);
  }
}

package space.maneuver.command.report;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.ObjectReport;
import space.maneuver.detection.reconstruction.Maneuver;
import space.maneuver.detection.reconstruction.Maneuver.DeltaV;
import space.maneuver.detection.reconstruction.Maneuver.Kind;
import space.maneuver.orbit.OrbitRegime;

/**
 * Prints a line for each object that did something, the newest maneuver first, after the last
 * object. Objects that could not be searched are counted on standard error.
 */
public final class RecentTable implements ReportPrinter {

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final String LINE = "%-16s  %9s  %-24s  %-6s  %9s  %10s  %-17s  %s%n";

  private final PrintWriter out;
  private final PrintWriter err;
  private final List<Row> rows = new ArrayList<>();
  private int failed;

  public RecentTable(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  private record Row(
      int noradId, @Nullable String name, OrbitRegime regime, int maneuvers, Maneuver newest) {

    private static final Comparator<Row> NEWEST_FIRST =
        Comparator.comparing((Row row) -> row.newest.epoch())
            .reversed()
            .thenComparing(Row::noradId);
  }

  @Override
  public void print(ObjectReport report) {
    if (report.error() != null) {
      failed++;
    }
    List<Maneuver> maneuvers = report.maneuvers();
    if (!maneuvers.isEmpty()) {
      rows.add(
          new Row(
              report.noradId(),
              report.name(),
              report.regime(),
              maneuvers.size(),
              maneuvers.get(maneuvers.size() - 1)));
    }
  }

  @Override
  public void end(InputSummary input) {
    if (!rows.isEmpty()) {
      out.printf(
          LINE,
          "latest (UTC)",
          "object",
          "name",
          "regime",
          "maneuvers",
          "confidence",
          "type",
          "delta-v (m/s)");
    }
    rows.stream().sorted(Row.NEWEST_FIRST).forEach(this::print);
    if (rows.isEmpty()) {
      out.println("no maneuver since then");
    }
    if (failed > 0) {
      err.printf(
          "%d object%s could not be searched; --format json names them%n",
          failed, failed == 1 ? "" : "s");
    }
  }

  private void print(Row row) {
    Maneuver newest = row.newest();
    DeltaV deltaV = newest.deltaV();
    out.printf(
        Locale.ROOT,
        LINE,
        minutes(newest.epoch()),
        row.noradId(),
        row.name() == null ? "" : row.name(),
        row.regime(),
        row.maneuvers(),
        String.format(Locale.ROOT, "%.4f", newest.confidence()),
        newest.kind() == Kind.BURN ? newest.type().label() : newest.kind().label(),
        deltaV == null
            ? "not known"
            : String.format(Locale.ROOT, "%+.4f +- %.4f", deltaV.signedTotal(), deltaV.sigma()));
  }

  private static String minutes(Instant instant) {
    return MINUTES.format(instant);
  }
}

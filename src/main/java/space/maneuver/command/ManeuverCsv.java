package space.maneuver.command;

import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.Maneuver;
import space.maneuver.detection.ObjectReport;
import space.maneuver.detection.reconstruction.DeltaV;

/**
 * Maneuvers as CSV, a line each; delta-v in m/s, empty where it is not known. What is said of an
 * object besides goes to standard error.
 */
final class ManeuverCsv implements ReportPrinter {

  /**
   * Of objects of which there is something to say; a catalogue has thousands with one element set.
   */
  private static final int SHOWN = 10;

  private final PrintWriter out;
  private final PrintWriter err;
  private boolean begun;
  private int said;

  ManeuverCsv(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public void print(ObjectReport report) {
    begin();
    if (report.error() != null) {
      say(report, report.error().reason());
    }
    report.notes().forEach(note -> say(report, note.reason()));
    for (Maneuver maneuver : report.maneuvers()) {
      DeltaV deltaV = maneuver.deltaV();
      out.printf(
          "%d,%s,%s,%s,%s,%s,%s,%d,%s,%s,%s,%s,%s,%s%n",
          report.noradId(),
          report.regime(),
          maneuver.epoch(),
          maneuver.earliest(),
          maneuver.latest(),
          maneuver.confidence(),
          maneuver.status().name().toLowerCase(Locale.ROOT),
          maneuver.elementSetsSince(),
          maneuver.type().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          number(deltaV == null ? null : deltaV.radial()),
          number(deltaV == null ? null : deltaV.alongTrack()),
          number(deltaV == null ? null : deltaV.crossTrack()),
          number(deltaV == null ? null : deltaV.total()),
          number(deltaV == null ? null : deltaV.sigma()));
    }
  }

  @Override
  public void end(InputSummary input) {
    begin();
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

  /** Begins late, so that input that is refused leaves nothing behind. */
  private void begin() {
    if (!begun) {
      out.println(
          "norad_id,regime,epoch,earliest,latest,confidence,status,element_sets_since,type,"
              + "dv_radial_m_s,dv_along_m_s,dv_cross_m_s,dv_total_m_s,dv_sigma_m_s");
      begun = true;
    }
  }

  private static String number(@Nullable Double value) {
    return value == null ? "" : value.toString();
  }
}

package space.maneuver.exchange;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.ObjectReport;
import space.maneuver.detection.reconstruction.Maneuver;
import space.maneuver.detection.reconstruction.Maneuver.ComponentSigma;
import space.maneuver.detection.reconstruction.Maneuver.DeltaV;

/** Writes maneuvers as CSV, one line each; delta-v in m/s, empty if unknown. */
public final class ManeuverCsv {

  /** The columns, in order; the page writes the same ones. */
  private enum Column {
    NORAD_ID((object, maneuver) -> object.noradId()),
    REGIME((object, maneuver) -> object.regime()),
    EPOCH((object, maneuver) -> maneuver.epoch()),
    EARLIEST((object, maneuver) -> maneuver.earliest()),
    LATEST((object, maneuver) -> maneuver.latest()),
    CONFIDENCE((object, maneuver) -> maneuver.confidence()),
    STATUS((object, maneuver) -> maneuver.status().label()),
    ELEMENT_SETS_SINCE((object, maneuver) -> maneuver.elementSetsSince()),
    TYPE((object, maneuver) -> maneuver.type().label()),
    DV_RADIAL_M_S((object, maneuver) -> deltaV(maneuver, DeltaV::radial)),
    DV_ALONG_M_S((object, maneuver) -> deltaV(maneuver, DeltaV::alongTrack)),
    DV_CROSS_M_S((object, maneuver) -> deltaV(maneuver, DeltaV::crossTrack)),
    DV_TOTAL_M_S((object, maneuver) -> deltaV(maneuver, DeltaV::total)),
    DV_SIGMA_M_S((object, maneuver) -> deltaV(maneuver, DeltaV::sigma)),
    KIND((object, maneuver) -> maneuver.kind().label()),
    BURNS((object, maneuver) -> maneuver.burns()),
    DV_RADIAL_SIGMA_M_S((object, maneuver) -> sigma(maneuver, ComponentSigma::radial)),
    DV_ALONG_SIGMA_M_S((object, maneuver) -> sigma(maneuver, ComponentSigma::alongTrack)),
    DV_CROSS_SIGMA_M_S((object, maneuver) -> sigma(maneuver, ComponentSigma::crossTrack)),
    ACCELERATION_M_S2((object, maneuver) -> maneuver.acceleration()),
    NAME((object, maneuver) -> text(object.name()));

    private final Cell cell;

    Column(Cell cell) {
      this.cell = cell;
    }
  }

  private interface Cell {
    @Nullable Object of(ObjectReport object, Maneuver maneuver);
  }

  private interface Component {
    @Nullable Double of(DeltaV deltaV);
  }

  private final PrintWriter out;
  private boolean begun;

  /**
   * @param out neither flushed nor closed
   */
  public ManeuverCsv(PrintWriter out) {
    this.out = out;
  }

  /** Names of the columns, in order. */
  static List<String> columns() {
    return Arrays.stream(Column.values())
        .map(column -> column.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  /** Writes the maneuvers of one object, after the header if they are the first. */
  public void object(ObjectReport report) {
    header();
    for (Maneuver maneuver : report.maneuvers()) {
      List<String> cells = new ArrayList<>();
      for (Column column : Column.values()) {
        Object value = column.cell.of(report, maneuver);
        cells.add(value == null ? "" : value.toString());
      }
      out.println(String.join(",", cells));
    }
  }

  /** Ends the file, which has a header even without objects. */
  public void end() {
    header();
  }

  private void header() {
    if (!begun) {
      out.println(String.join(",", columns()));
      begun = true;
    }
  }

  /** Names come from files: marks as text what a spreadsheet would take for a formula. */
  static @Nullable String text(@Nullable String name) {
    if (name == null || name.isEmpty()) {
      return name;
    }
    String marked = "=+-@\t\r".indexOf(name.charAt(0)) >= 0 ? "'" + name : name;
    return marked.matches("(?s).*[\",\r\n].*") ? '"' + marked.replace("\"", "\"\"") + '"' : marked;
  }

  private static @Nullable Double sigma(
      Maneuver maneuver, ToDoubleFunction<ComponentSigma> component) {
    return maneuver.componentSigma() == null
        ? null
        : component.applyAsDouble(maneuver.componentSigma());
  }

  private static @Nullable Double deltaV(Maneuver maneuver, Component component) {
    return maneuver.deltaV() == null ? null : component.of(maneuver.deltaV());
  }
}

package space.maneuver.exchange;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import space.maneuver.catalogue.maneuvers.ListedManeuver;
import space.maneuver.catalogue.maneuvers.Review;
import space.maneuver.detection.reconstruction.Maneuver.ComponentSigma;
import space.maneuver.detection.reconstruction.Maneuver.DeltaV;

/** Writes maneuvers of the catalogue as CSV, one line each; delta-v in m/s, empty if unknown. */
public final class CatalogueCsv {

  /** The columns, in order: those of {@link ManeuverCsv}, and what the catalogue adds. */
  private enum Column {
    NORAD_ID((listed, each) -> each.noradId()),
    REGIME((listed, each) -> listed.regime()),
    EPOCH((listed, each) -> each.epoch()),
    EARLIEST((listed, each) -> each.earliest()),
    LATEST((listed, each) -> each.latest()),
    CONFIDENCE((listed, each) -> each.confidence()),
    STATUS((listed, each) -> each.status().label()),
    ELEMENT_SETS_SINCE((listed, each) -> each.elementSetsSince()),
    TYPE((listed, each) -> each.type().label()),
    DV_RADIAL_M_S((listed, each) -> of(each.deltaV(), DeltaV::radial)),
    DV_ALONG_M_S((listed, each) -> of(each.deltaV(), DeltaV::alongTrack)),
    DV_CROSS_M_S((listed, each) -> of(each.deltaV(), DeltaV::crossTrack)),
    DV_TOTAL_M_S((listed, each) -> of(each.deltaV(), DeltaV::total)),
    DV_SIGMA_M_S((listed, each) -> of(each.deltaV(), DeltaV::sigma)),
    KIND((listed, each) -> each.kind().label()),
    BURNS((listed, each) -> each.burns()),
    DV_RADIAL_SIGMA_M_S((listed, each) -> of(each.componentSigma(), ComponentSigma::radial)),
    DV_ALONG_SIGMA_M_S((listed, each) -> of(each.componentSigma(), ComponentSigma::alongTrack)),
    DV_CROSS_SIGMA_M_S((listed, each) -> of(each.componentSigma(), ComponentSigma::crossTrack)),
    ACCELERATION_M_S2((listed, each) -> each.acceleration()),
    NAME((listed, each) -> ManeuverCsv.text(each.name())),
    ID((listed, each) -> each.id()),
    REVISION((listed, each) -> each.revision()),
    REPORTED_AT((listed, each) -> each.reportedAt()),
    UPDATED_AT((listed, each) -> each.updatedAt()),
    BACKFILL((listed, each) -> each.backfill()),
    MERGED_INTO((listed, each) -> each.mergedInto()),
    MODEL((listed, each) -> each.model().name() + ":" + each.model().version()),
    NEWEST_ELEMENT_SET((listed, each) -> each.newestElementSet()),
    REVIEW((listed, each) -> verdict(each.review()));

    private final Cell cell;

    Column(Cell cell) {
      this.cell = cell;
    }
  }

  private interface Cell {
    @Nullable Object of(ListedManeuver listed, CatalogueManeuver each);
  }

  private interface Component<T> {
    @Nullable Double of(T of);
  }

  private final PrintWriter out;

  /**
   * Writes the header.
   *
   * @param out neither flushed nor closed
   */
  public CatalogueCsv(PrintWriter out) {
    this.out = out;
    out.print(
        String.join(
            ",",
            Arrays.stream(Column.values())
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .toList()));
    out.print('\n');
  }

  /** Writes a maneuver. */
  public void maneuver(ListedManeuver listed) {
    CatalogueManeuver each = CatalogueManeuver.of(listed);
    List<String> cells = new ArrayList<>();
    for (Column column : Column.values()) {
      Object value = column.cell.of(listed, each);
      cells.add(value == null ? "" : value.toString());
    }
    out.print(String.join(",", cells));
    out.print('\n');
  }

  private static @Nullable String verdict(@Nullable Review review) {
    return review == null ? null : review.verdict().label();
  }

  private static <T> @Nullable Double of(@Nullable T vector, Component<T> component) {
    return vector == null ? null : component.of(vector);
  }
}

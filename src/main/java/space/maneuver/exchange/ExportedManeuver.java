package space.maneuver.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import space.maneuver.catalogue.maneuvers.KeptManeuver;
import space.maneuver.catalogue.maneuvers.KeptManeuver.KeptStatus;
import space.maneuver.catalogue.maneuvers.ListedManeuver;
import space.maneuver.catalogue.maneuvers.Review.Verdict;
import space.maneuver.detection.ObjectReport;
import space.maneuver.detection.reconstruction.Maneuver;

/**
 * A maneuver, of the catalogue or just found, for formats that others defined.
 *
 * @param id unique among the maneuvers of one source
 * @param noradId catalogue number of the object
 * @param name of the object, if known
 * @param status in the catalogue
 * @param figures of the maneuver
 * @param model that found it, {@code NAME:VERSION}
 * @param reportedAt time of the latest revision; null if it is not kept
 * @param verdict of an analyst, if any
 */
public record ExportedManeuver(
    String id,
    int noradId,
    @Nullable String name,
    KeptStatus status,
    Maneuver figures,
    String model,
    @Nullable Instant reportedAt,
    @Nullable Verdict verdict) {

  /** A maneuver of the catalogue. */
  public static ExportedManeuver of(ListedManeuver listed) {
    KeptManeuver kept = listed.maneuver();
    return new ExportedManeuver(
        Long.toString(kept.id()),
        kept.noradId(),
        listed.name(),
        kept.status(),
        kept.figures(),
        kept.model().name() + ":" + kept.model().version(),
        kept.updatedAt(),
        kept.review() == null ? null : kept.review().verdict());
  }

  /** A maneuver that was just found; its id is that of its object and its epoch. */
  public static ExportedManeuver of(ObjectReport object, Maneuver found, ModelReference model) {
    return new ExportedManeuver(
        object.noradId() + "-" + found.epoch(),
        object.noradId(),
        object.name(),
        KeptStatus.of(found),
        found,
        model.text(),
        null,
        null);
  }
}

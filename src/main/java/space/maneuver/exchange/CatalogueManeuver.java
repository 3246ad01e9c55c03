package space.maneuver.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import space.maneuver.catalogue.maneuvers.KeptManeuver;
import space.maneuver.catalogue.maneuvers.KeptManeuver.KeptStatus;
import space.maneuver.catalogue.maneuvers.KeptManeuver.ModelVersion;
import space.maneuver.catalogue.maneuvers.ListedManeuver;
import space.maneuver.catalogue.maneuvers.Review;
import space.maneuver.detection.reconstruction.Maneuver;
import space.maneuver.detection.reconstruction.Maneuver.ComponentSigma;
import space.maneuver.detection.reconstruction.Maneuver.DeltaV;
import space.maneuver.detection.reconstruction.Maneuver.Kind;

/**
 * A maneuver of the catalogue as others read it; the fields are those of {@link KeptManeuver} and
 * {@link Maneuver}.
 */
public record CatalogueManeuver(
    long id,
    int noradId,
    @Nullable String name,
    int revision,
    Instant epoch,
    Instant earliest,
    Instant latest,
    double confidence,
    KeptStatus status,
    int elementSetsSince,
    Kind kind,
    int burns,
    Maneuver.Type type,
    @Nullable DeltaV deltaV,
    @Nullable ComponentSigma componentSigma,
    @Nullable Double acceleration,
    Instant reportedAt,
    Instant updatedAt,
    boolean backfill,
    @Nullable Long mergedInto,
    ModelVersion model,
    Instant newestElementSet,
    @Nullable Review review) {

  public static CatalogueManeuver of(ListedManeuver listed) {
    KeptManeuver kept = listed.maneuver();
    Maneuver figures = kept.figures();
    return new CatalogueManeuver(
        kept.id(),
        kept.noradId(),
        listed.name(),
        kept.revision(),
        figures.epoch(),
        figures.earliest(),
        figures.latest(),
        figures.confidence(),
        kept.status(),
        figures.elementSetsSince(),
        figures.kind(),
        figures.burns(),
        figures.type(),
        figures.deltaV(),
        figures.componentSigma(),
        figures.acceleration(),
        kept.reportedAt(),
        kept.updatedAt(),
        kept.backfill(),
        kept.mergedInto(),
        kept.model(),
        kept.newestElementSet(),
        kept.review());
  }
}

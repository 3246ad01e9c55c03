package space.maneuver.catalogue.maneuvers;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import space.maneuver.catalogue.maneuvers.Review.Verdict;
import space.maneuver.detection.reconstruction.Maneuver;

/**
 * A maneuver of the catalogue.
 *
 * @param id unique in the catalogue; ascending in the order of the first reports; 0 before it is
 *     stored
 * @param noradId catalogue number of the object
 * @param revision counts what was told of it, from 1
 * @param status of the maneuver; that of {@code figures} unless withdrawn
 * @param figures as last found; of a withdrawn maneuver, as found before
 * @param backfill whether it was more than 30 days older than its object's newest element set when
 *     it was first found
 * @param reportedAt time of the first revision
 * @param updatedAt time of this revision
 * @param model the model that found {@code figures}
 * @param newestElementSet epoch of the object's newest element set in the search that found {@code
 *     figures}
 * @param mergedInto id of the older maneuver that was found to be the same one; null unless
 *     withdrawn for this reason
 * @param review what an analyst judged of it; null: nothing
 */
public record KeptManeuver(
    long id,
    int noradId,
    int revision,
    KeptStatus status,
    Maneuver figures,
    boolean backfill,
    Instant reportedAt,
    Instant updatedAt,
    ModelVersion model,
    Instant newestElementSet,
    @Nullable Long mergedInto,
    @Nullable Review review) {

  /** A finding this far outside the interval of a maneuver may continue it. */
  public static final Duration MARGIN = Duration.ofDays(1);

  /** Status of a maneuver in the catalogue. Part of the HTTP API. */
  public enum KeptStatus {
    /** Too few element sets follow so far, or the confidence is below the model's threshold. */
    PROVISIONAL,
    CONFIRMED,
    /** Later element sets, or another model, do not show it. */
    WITHDRAWN;

    /** Name in responses, such as "provisional". */
    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The status of a maneuver that was not withdrawn. */
    public static KeptStatus of(Maneuver figures) {
      return switch (figures.status()) {
        case PROVISIONAL -> PROVISIONAL;
        case CONFIRMED -> CONFIRMED;
      };
    }
  }

  /**
   * A version of a model.
   *
   * @param sha256 of the network
   */
  public record ModelVersion(String name, String version, String sha256) {}

  /** The same maneuver with an id. */
  public KeptManeuver withId(long given) {
    return new KeptManeuver(
        given,
        noradId,
        revision,
        status,
        figures,
        backfill,
        reportedAt,
        updatedAt,
        model,
        newestElementSet,
        mergedInto,
        review);
  }

  /**
   * The next revision, made by a review. A maneuver that an analyst has seen is not withdrawn.
   *
   * @param given null: the review that it has is taken back
   */
  public KeptManeuver reviewed(@Nullable Review given, Instant now) {
    boolean seen = given != null && given.verdict() == Verdict.BURN;
    return new KeptManeuver(
        id,
        noradId,
        revision + 1,
        seen && withdrawn() ? KeptStatus.of(figures) : status,
        figures,
        backfill,
        reportedAt,
        now,
        model,
        newestElementSet,
        seen ? null : mergedInto,
        given);
  }

  /** Whether an analyst has judged it to be a burn, so that no search withdraws it. */
  boolean isSeen() {
    return review != null && review.verdict() == Verdict.BURN;
  }

  /** Whether later searches did not show it. */
  public boolean withdrawn() {
    return status == KeptStatus.WITHDRAWN;
  }

  /** Whether a finding at a time may continue this maneuver. */
  boolean near(Instant epoch) {
    return !epoch.isBefore(figures.earliest().minus(MARGIN))
        && !epoch.isAfter(figures.latest().plus(MARGIN));
  }
}

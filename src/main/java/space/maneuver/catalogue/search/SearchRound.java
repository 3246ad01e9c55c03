package space.maneuver.catalogue.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import space.maneuver.catalogue.Catalogue;
import space.maneuver.catalogue.DueObject;
import space.maneuver.catalogue.DueObject.Cause;
import space.maneuver.catalogue.Searched;
import space.maneuver.catalogue.StoreUnavailableException;
import space.maneuver.catalogue.maneuvers.Change.Reason;
import space.maneuver.catalogue.maneuvers.Continuation.Search;
import space.maneuver.catalogue.maneuvers.KeptManeuver.ModelVersion;
import space.maneuver.detection.Detector;
import space.maneuver.detection.Detector.ExcerptReport;
import space.maneuver.detection.ObjectReport;
import space.maneuver.detection.search.WindowProbability;
import space.maneuver.inference.DeadlineExceededException;
import space.maneuver.inference.OverloadedException;
import space.maneuver.inference.ShuttingDownException;
import space.maneuver.model.bundle.ModelBundle;

/** Searches some due objects, and stores what was found. Safe for many threads. */
public final class SearchRound {

  private static final Logger LOG = LoggerFactory.getLogger(SearchRound.class);

  /** Objects in a round, whose results are stored together. */
  private static final int OBJECTS = 16;

  /**
   * A maneuver whose confidence falls below the threshold stays while it is above this share of it:
   * else one near the threshold would come and go.
   */
  private static final double KEPT = 0.5;

  private final Catalogue catalogue;
  private final StretchReader reader;
  private final Clock clock;

  /** What was claimed when the database went away. */
  private final BlockingQueue<DueObject> unreleased = new LinkedBlockingQueue<>();

  /**
   * @param research how far back maneuvers are searched again with a new model
   */
  public SearchRound(Catalogue catalogue, Duration research, Clock clock) {
    this.catalogue = catalogue;
    this.clock = clock;
    reader = new StretchReader(catalogue, research);
  }

  /**
   * What a round did.
   *
   * @param objects number of objects that were searched
   * @param elementSets number of element sets that were read
   * @param changes number of changes that were told
   */
  public record Result(int objects, int elementSets, int changes) {

    /** A round without an object. */
    public static final Result NONE = new Result(0, 0, 0);
  }

  /** Claims objects with new element sets. */
  public List<DueObject> claim() {
    releaseUnreleased();
    return catalogue.dueObjects().claim(OBJECTS, clock.instant());
  }

  /** Claims objects that were last searched with a model that came into use before this one. */
  public List<DueObject> claimOlder(ModelBundle bundle) {
    return catalogue.dueObjects().claimOlder(version(bundle), OBJECTS, clock.instant());
  }

  /**
   * Searches claimed objects. Those that are not searched are given back.
   *
   * @param stopped asked before each object
   * @throws StoreUnavailableException if the database does not answer
   * @throws ShuttingDownException if the service shuts down
   */
  public Result search(List<DueObject> claimed, Detector detector, BooleanSupplier stopped) {
    List<Searched> searched = new ArrayList<>();
    List<DueObject> left = new ArrayList<>(claimed);
    int elementSets = 0;
    try {
      while (!left.isEmpty() && !stopped.getAsBoolean()) {
        DueObject object = left.get(0);
        Stretch stretch = reader.read(object);
        searched.add(search(object, stretch, detector));
        elementSets += stretch == null ? 0 : stretch.elementSets();
        left.remove(0);
      }
      return new Result(
          searched.size(),
          elementSets,
          searched.isEmpty() ? 0 : catalogue.dueObjects().finish(searched));
    } catch (StoreUnavailableException e) {
      unreleased.addAll(claimed);
      left.clear();
      throw e;
    } finally {
      if (!left.isEmpty()) {
        catalogue.dueObjects().release(left);
      }
    }
  }

  /** Gives claimed objects back unsearched. */
  public void release(List<DueObject> claimed) {
    catalogue.dueObjects().release(claimed);
  }

  private void releaseUnreleased() {
    List<DueObject> objects = new ArrayList<>();
    if (unreleased.drainTo(objects) > 0) {
      try {
        release(objects);
      } catch (StoreUnavailableException e) {
        unreleased.addAll(objects);
        throw e;
      }
    }
  }

  /** Searches all objects with new element sets. */
  public Result searchAll(Detector detector) {
    Result all = Result.NONE;
    for (List<DueObject> next = claim(); !next.isEmpty(); next = claim()) {
      Result result = search(next, detector, () -> false);
      all =
          new Result(
              all.objects() + result.objects(),
              all.elementSets() + result.elementSets(),
              all.changes() + result.changes());
    }
    return all;
  }

  private Searched search(DueObject object, @Nullable Stretch stretch, Detector detector) {
    try {
      return stretch == null ? failed(object) : found(object, stretch, detector);
    } catch (OverloadedException | DeadlineExceededException | ShuttingDownException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.warn("object {} cannot be searched", object.noradId(), e);
      return failed(object);
    }
  }

  private static Searched failed(DueObject object) {
    return new Searched(object, null, reason(object), null, null, null);
  }

  private Searched found(DueObject object, Stretch stretch, Detector detector) {
    double threshold =
        Objects.requireNonNull(
            detector.bundle().thresholds().event().get(stretch.excerpt().history().regime()));
    ExcerptReport found = detector.detect(stretch.excerpt(), KEPT * threshold);
    ObjectReport report = found.report();
    if (report.error() != null) {
      return failed(object);
    }
    Instant newest = stretch.excerpt().history().last().epoch();
    Search search =
        new Search(
            object.noradId(),
            stretch.from(),
            stretch.to(),
            report.maneuvers(),
            threshold,
            newest.isAfter(object.lastEpoch()) ? newest : object.lastEpoch(),
            version(detector.bundle()),
            clock.instant());
    boolean late = !stretch.newest() && stretch.remaining() == null;
    return new Searched(
        object,
        search,
        reason(object),
        late ? null : found.origin(),
        stretch.newest() ? last(report.windows()) : null,
        stretch.remaining());
  }

  private static @Nullable Double last(List<WindowProbability> windows) {
    return windows.isEmpty() ? null : windows.get(windows.size() - 1).probability();
  }

  private static Reason reason(DueObject object) {
    if (object.cause() == Cause.MODEL) {
      return Reason.MODEL;
    }
    Instant through = object.through();
    Instant searched = object.searchedThrough();
    return searched == null || through == null || through.isAfter(searched)
        ? Reason.ELEMENTS
        : Reason.REISSUE;
  }

  private static ModelVersion version(ModelBundle bundle) {
    return new ModelVersion(bundle.name(), bundle.version(), bundle.sha256());
  }
}

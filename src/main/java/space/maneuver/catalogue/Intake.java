package space.maneuver.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import space.maneuver.catalogue.Catalogue.StoredBatch;
import space.maneuver.orbit.format.PublishedElementSet;

/**
 * Element sets on their way into a catalogue, in about 150 bytes each, stored in batches. Not for
 * several threads.
 */
public final class Intake {

  /** Element sets stored in one transaction. */
  public static final int BATCH = 2_000;

  private final Catalogue catalogue;
  private final String source;
  private final List<Packed> waiting = new ArrayList<>();
  private final Set<Integer> objects = new HashSet<>();
  private long accepted;
  private long duplicates;

  /**
   * @param source what brings them, at most 40 characters
   */
  public Intake(Catalogue catalogue, String source) {
    this.catalogue = catalogue;
    this.source = source;
  }

  /** Adds an element set to those that wait. */
  public void add(PublishedElementSet next) {
    waiting.add(
        new Packed(
            next.noradId(),
            Micros.of(next.epoch()),
            ElementSetBytes.encode(new KeptElementSet(next, source))));
  }

  /** Number of element sets that wait. */
  public int waiting() {
    return waiting.size();
  }

  /**
   * Stores what waits, batch by batch; each is durable when the next begins.
   *
   * @throws StoreUnavailableException if the database does not answer or has no room; the batches
   *     before are stored
   */
  public void store() {
    for (int from = 0; from < waiting.size(); from += BATCH) {
      List<Packed> some = waiting.subList(from, Math.min(waiting.size(), from + BATCH));
      StoredBatch stored = catalogue.store(some.stream().map(Packed::unpacked).toList(), source);
      accepted += stored.accepted();
      duplicates += stored.duplicates();
      objects.addAll(stored.objects());
    }
    waiting.clear();
  }

  /** Number of stored element sets that were new. */
  public long accepted() {
    return accepted;
  }

  /** Number of stored element sets that were known. */
  public long duplicates() {
    return duplicates;
  }

  /** Number of objects of stored element sets. */
  public int objects() {
    return objects.size();
  }

  private record Packed(int noradId, long epoch, byte[] bytes) {

    PublishedElementSet unpacked() {
      return ElementSetBytes.decode(noradId, epoch, bytes).published();
    }
  }
}

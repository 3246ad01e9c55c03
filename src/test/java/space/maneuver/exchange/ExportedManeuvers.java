package space.maneuver.exchange;

import java.io.Writer;
import java.time.Instant;
import java.util.Iterator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import space.maneuver.catalogue.maneuvers.KeptManeuver.KeptStatus;
import space.maneuver.catalogue.maneuvers.Review.Verdict;
import space.maneuver.detection.reconstruction.Maneuver;
import space.maneuver.detection.reconstruction.Maneuver.ComponentSigma;
import space.maneuver.detection.reconstruction.Maneuver.DeltaV;
import space.maneuver.detection.reconstruction.Maneuver.Kind;
import space.maneuver.detection.reconstruction.Maneuver.Status;

/** Maneuvers to write. */
final class ExportedManeuvers {

  static final Instant EPOCH = Instant.parse("2026-01-02T03:04:05.678901Z");

  private ExportedManeuvers() {}

  static ExportedManeuver of(long id, int noradId, @Nullable String name) {
    DeltaV deltaV = new DeltaV(null, -0.3, 0.4, 0.5, 0.05);
    return of(id, noradId, name, deltaV, null);
  }

  static ExportedManeuver of(
      long id,
      int noradId,
      @Nullable String name,
      @Nullable DeltaV deltaV,
      @Nullable Verdict verdict) {
    Maneuver figures =
        new Maneuver(
            EPOCH,
            EPOCH.minusSeconds(3_600),
            EPOCH.plusSeconds(1_800),
            0.75,
            Status.CONFIRMED,
            9,
            Kind.BURN,
            1,
            Maneuver.Type.of(deltaV),
            deltaV,
            deltaV == null ? null : new ComponentSigma(0.1, 0.05, 0.02),
            null);
    return new ExportedManeuver(
        Long.toString(id),
        noradId,
        name,
        KeptStatus.CONFIRMED,
        figures,
        "test:1.0.0",
        EPOCH.plusSeconds(86_400),
        verdict);
  }

  /**
   * Many maneuvers, a thousand an object, that exist only while they are written: fails if many of
   * them have been read that were not written yet, more than a buffer holds.
   */
  static final class Counting implements Iterator<ExportedManeuver> {

    private static final int MOST_HELD = 64;
    private static final int AN_OBJECT = 1_000;

    private final int many;
    private final CountingWriter written;
    private int read;

    Counting(int many, CountingWriter written) {
      this.many = many;
      this.written = written;
    }

    @Override
    public boolean hasNext() {
      return read < many;
    }

    @Override
    public ExportedManeuver next() {
      if (read - written.seen > MOST_HELD) {
        throw new AssertionError(
            read - written.seen + " maneuvers are held, after " + read + " were read");
      }
      read++;
      return of(read, 1 + read / AN_OBJECT, "SAT");
    }
  }

  /** Counts how often a mark is written, and keeps nothing else. */
  static final class CountingWriter extends Writer {

    private static final int LONGEST_MARK = 64;

    private final Pattern mark;
    private StringBuilder tail = new StringBuilder();
    private int seen;

    CountingWriter(String mark) {
      this.mark = Pattern.compile(Pattern.quote(mark));
    }

    int seen() {
      return seen;
    }

    @Override
    public void write(char[] text, int offset, int length) {
      tail.append(text, offset, length);
      var found = mark.matcher(tail);
      int end = 0;
      while (found.find()) {
        seen++;
        end = found.end();
      }
      end = Math.max(end, tail.length() - LONGEST_MARK);
      tail = new StringBuilder(tail.substring(end));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}

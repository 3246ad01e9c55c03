package space.maneuver.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.format.ElementSetReader;
import space.maneuver.orbit.format.PublishedElementSet;
import space.maneuver.orbit.format.PublishedElementSet.Elements;

/** Element sets with the digits that were published, read from texts or made up. */
public final class PublishedTexts {

  private PublishedTexts() {}

  /** The element sets of a document without faults. */
  public static List<PublishedElementSet> read(String text) {
    List<PublishedElementSet> all = new ArrayList<>();
    try {
      ElementSetReader.readPublished(
          new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
          null,
          1 << 26,
          all::add,
          rejection -> {
            throw new AssertionError(rejection.message());
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /**
   * An element set of an object 700 km up.
   *
   * @param epoch RFC 3339
   * @param meanAnomaly deg, as text: tells element sets of one epoch apart
   * @param creationDate RFC 3339, or null
   */
  public static PublishedElementSet of(
      int noradId,
      String epoch,
      String meanAnomaly,
      int elementNumber,
      @Nullable String creationDate) {
    return new PublishedElementSet(
        noradId,
        "OBJECT " + noradId,
        "2020-001A",
        "PAYLOAD",
        'U',
        Instant.parse(epoch),
        new Elements(
            new BigDecimal("14.57107527"),
            new BigDecimal("0.0011640"),
            new BigDecimal("98.1234"),
            new BigDecimal("247.4627"),
            new BigDecimal("130.5360"),
            new BigDecimal(meanAnomaly),
            new BigDecimal("-0.000011606"),
            new BigDecimal("-0.00002182"),
            BigDecimal.ZERO),
        0,
        elementNumber,
        1_234,
        creationDate == null ? null : Instant.parse(creationDate),
        null);
  }
}

package space.maneuver.orbit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import space.maneuver.orbit.format.ElementSetFormat;
import space.maneuver.orbit.format.ElementSetReader;
import space.maneuver.orbit.format.TleWriter;
import space.maneuver.testing.Damage;
import space.maneuver.testing.ElementSetDocument;
import space.maneuver.testing.RandomElements;

/**
 * Damages documents at random. Nothing but the reader's own exception may come of it, and soon.
 * What stood before the damage must come through; where records are told apart by lines, so must
 * what stood behind it, save the record that it ran into. {@code fuzz.cases} and {@code fuzz.seed}
 * say how many documents, over all formats, and which; what a failure says goes into {@code
 * fuzz/cases.csv}, to be replayed for good.
 */
class MutatedDocumentsTest {

  private static final int CASES = Integer.getInteger("fuzz.cases", 10_000);
  private static final long FIRST_SEED = Long.getLong("fuzz.seed", 2026);
  private static final Duration FOR_ALL = Duration.ofMinutes(5);
  private static final Duration FOR_EACH = Duration.ofMillis(20);
  private static final int CASES_PER_DOCUMENT = 100;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final Set<ElementSetFormat> BY_LINE =
      Set.of(ElementSetFormat.TLE, ElementSetFormat.GP_CSV, ElementSetFormat.OMM_KVN);

  private volatile long seed;
  private volatile @Nullable Original last;

  @ParameterizedTest
  @EnumSource
  void damageNeverCostsWhatStoodBefore(ElementSetFormat format) {
    int cases = CASES / ElementSetFormat.values().length;
    Assertions.assertTimeoutPreemptively(
        FOR_ALL.plus(FOR_EACH.multipliedBy(cases)),
        () -> {
          for (seed = FIRST_SEED; seed < FIRST_SEED + cases; seed++) {
            replay(format, seed);
          }
        },
        () -> "no end of case " + format + "," + seed);
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @CsvFileSource(resources = "/fuzz/cases.csv", numLinesToSkip = 1)
  void casesThatFailedOnceStayMended(ElementSetFormat format, long failed) {
    Assertions.assertTimeoutPreemptively(FOR_ALL, () -> replay(format, failed));
  }

  private void replay(ElementSetFormat format, long seed) {
    Original original = original(format, seed / CASES_PER_DOCUMENT);
    Damage damage = Damage.random(bytes(original.document.text()), new Random(seed * SPREAD));
    try {
      check(damage, original.document, format, original.elements);
    } catch (IOException | RuntimeException | Error e) {
      throw new AssertionError("case " + format + "," + seed + ": " + damage, e);
    }
  }

  private Original original(ElementSetFormat format, long number) {
    Original known = last;
    if (known == null || known.format != format || known.number != number) {
      RandomElements random = new RandomElements(new Random(number * SPREAD));
      List<ElementSet> elements =
          Stream.generate(random::next).limit(6).map(TleWriter::rounded).toList();
      known = new Original(format, number, elements, ElementSetDocument.of(format, elements));
      last = known;
    }
    return known;
  }

  /** What is damaged, of its number. */
  private record Original(
      ElementSetFormat format,
      long number,
      List<ElementSet> elements,
      ElementSetDocument document) {}

  private static void check(
      Damage damage,
      ElementSetDocument document,
      ElementSetFormat format,
      List<ElementSet> elements)
      throws IOException {
    List<ElementSet> good = new ArrayList<>();
    boolean readable = true;
    try {
      ElementSetReader.read(new ByteArrayInputStream(damage.text()), format, good::add, bad -> {});
    } catch (UnreadableInputException e) {
      readable = false;
    }
    int before = recordsUpTo(document, damage.from());
    assertThat(good.stream().limit(before)).isEqualTo(elements.subList(0, before));
    if (readable && BY_LINE.contains(format) && damage.from() >= document.head().length()) {
      int next = Math.min(elements.size(), recordsUpTo(document, damage.to()) + 2);
      assertThat(good).endsWith(array(elements, next));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ElementSet[] array(List<ElementSet> elements, int from) {
    return elements.subList(from, elements.size()).toArray(ElementSet[]::new);
  }

  /** How many records end at an index of the text or before. */
  private static int recordsUpTo(ElementSetDocument document, int index) {
    int end = document.head().length();
    int count = 0;
    for (String each : document.records()) {
      end += each.length();
      if (end > index) {
        return count;
      }
      count++;
    }
    return count;
  }
}

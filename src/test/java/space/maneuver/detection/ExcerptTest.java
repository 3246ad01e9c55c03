package space.maneuver.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import space.maneuver.detection.Detector.Excerpt;
import space.maneuver.detection.Detector.ExcerptReport;
import space.maneuver.detection.reconstruction.Maneuver;
import space.maneuver.features.SolarFlux;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.testing.KeplerHistory;
import space.maneuver.testing.StepBundles;

/** A search of the newest element sets against one of the whole history. */
class ExcerptTest {

  private static final ManeuverModel RANDOM = ManeuverModel.start(StepBundles.random(7));

  /** Daily element sets: the scale looks back 180 d, a window 56 d. */
  private static final int READ = 300;

  private final Detector detector = new Detector(RANDOM, SolarFlux.NONE);
  private final History whole =
      new KeplerHistory(3).burn(377.3, 2, 0).burn(401.6, -1, 0.5).days(420);

  @AfterAll
  static void close() {
    RANDOM.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 333, 407, 419})
  void windowsKeepTheirPlacesFromSearchToSearch(int before) {
    ExcerptReport earlier = detector.detect(excerpt(before, null), 0.0);

    List<Maneuver> found =
        recent(detector.detect(excerpt(whole.size(), earlier.origin()), 0.0).report());

    List<Maneuver> expected = recent(detector.detect(whole, 0.0));
    assertThat(expected).hasSizeGreaterThan(5);
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i).epoch()).isEqualTo(expected.get(i).epoch());
      assertThat(found.get(i).confidence()).isCloseTo(expected.get(i).confidence(), within(1e-9));
    }
  }

  @Test
  void otherwiseConfidencesDiffer() {
    List<Maneuver> found = recent(detector.detect(excerpt(whole.size(), null), 0.0).report());

    assertThat(found.stream().map(Maneuver::confidence))
        .isNotEqualTo(
            recent(detector.detect(whole, 0.0)).stream().map(Maneuver::confidence).toList());
  }

  @Test
  void arcThatBeginsAfterALongGapHasItsOwnOrigin() {
    History gap = new KeplerHistory(3).days(420, day -> day < 300 || day >= 340);
    ExcerptReport earlier =
        detector.detect(new Excerpt(new History(gap.elements().subList(0, 300)), null, 0), 0.0);

    ExcerptReport later = detector.detect(new Excerpt(gap, earlier.origin(), 0), 0.0);

    assertThat(later.report()).isEqualTo(detector.detect(gap, 0.0));
    long first = gap.elements().get(300).utcDay();
    assertThat(Objects.requireNonNull(later.origin())).isGreaterThanOrEqualTo(first);
    assertThat((later.origin() - first) % 14).isZero();
  }

  @Test
  void maneuversAfterATimeDoNotDependOnWhetherThoseBeforeAreWanted() {
    Instant from = KeplerHistory.instant(370);
    Excerpt all = excerpt(whole.size(), null);

    List<Maneuver> expected = after(from, detector.detect(all, null).report());
    ObjectReport found =
        detector.detect(new Excerpt(all.history(), all.origin(), 0, from), null).report();

    assertThat(expected).isNotEmpty();
    // The noise of a delta-v rests on the times of the burns before, which are not reconstructed.
    assertThat(after(from, found))
        .usingRecursiveComparison()
        .withEqualsForType(
            (one, other) -> Math.abs(one - other) <= 0.02 * Math.abs(other), Double.class)
        .isEqualTo(expected);
  }

  private static List<Maneuver> after(Instant time, ObjectReport report) {
    return report.maneuvers().stream().filter(each -> each.epoch().isAfter(time)).toList();
  }

  @Test
  void laterElementSetsConfirmAManeuver() {
    Excerpt alone = excerpt(380, null);
    Maneuver newest = last(detector.detect(alone, null).report());

    Maneuver confirmed =
        last(detector.detect(new Excerpt(alone.history(), null, 40), null).report());

    assertThat(newest.status()).isEqualTo(Maneuver.Status.PROVISIONAL);
    assertThat(confirmed.status()).isEqualTo(Maneuver.Status.CONFIRMED);
    assertThat(confirmed.elementSetsSince()).isEqualTo(newest.elementSetsSince() + 40);
  }

  /** The excerpt of the first element sets, searched in steps up to them. */
  private Excerpt excerpt(int to, @Nullable Long origin) {
    Long place = origin;
    if (place == null && to < whole.size()) {
      place = detector.detect(new Excerpt(part(0, 200), null, 0), 0.0).origin();
    }
    return new Excerpt(part(Math.max(0, to - READ), to), place, 0);
  }

  private History part(int from, int to) {
    List<ElementSet> elements = whole.elements().subList(from, to);
    return new History(elements);
  }

  /** The maneuvers of the newest 60 days, without those next to their beginning. */
  private List<Maneuver> recent(ObjectReport report) {
    return report.maneuvers().stream()
        .filter(each -> each.epoch().isAfter(KeplerHistory.instant(360)))
        .toList();
  }

  private static Maneuver last(ObjectReport report) {
    return report.maneuvers().get(report.maneuvers().size() - 1);
  }
}

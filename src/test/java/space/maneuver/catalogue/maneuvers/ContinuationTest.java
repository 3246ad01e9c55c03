package space.maneuver.catalogue.maneuvers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import space.maneuver.catalogue.maneuvers.Change.Type;
import space.maneuver.catalogue.maneuvers.Continuation.Known;
import space.maneuver.catalogue.maneuvers.Continuation.Revised;
import space.maneuver.catalogue.maneuvers.Continuation.Search;
import space.maneuver.catalogue.maneuvers.KeptManeuver.KeptStatus;
import space.maneuver.catalogue.maneuvers.KeptManeuver.ModelVersion;
import space.maneuver.catalogue.maneuvers.Review.Verdict;
import space.maneuver.detection.reconstruction.Maneuver;
import space.maneuver.detection.reconstruction.Maneuver.DeltaV;
import space.maneuver.detection.reconstruction.Maneuver.Kind;
import space.maneuver.detection.reconstruction.Maneuver.Status;

class ContinuationTest {

  private static final int OBJECT = 80_000;
  private static final double THRESHOLD = 0.5;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant FIRST_SEARCH = Instant.parse("2026-03-01T00:00:00Z");
  private static final ModelVersion MODEL = new ModelVersion("test", "1.0.0", "0".repeat(64));
  private static final ModelVersion NEXT_MODEL = new ModelVersion("test", "1.1.0", "1".repeat(64));

  private final Stored stored = new Stored();

  @Test
  void firstFindingIsReported() {
    Maneuver finding = Finding.at(40).maneuver();

    List<Revised> revised = stored.search(50, finding);

    assertThat(revised)
        .containsExactly(
            new Revised(
                new KeptManeuver(
                    0,
                    OBJECT,
                    1,
                    KeptStatus.PROVISIONAL,
                    finding,
                    false,
                    FIRST_SEARCH,
                    FIRST_SEARCH,
                    MODEL,
                    day(50),
                    null,
                    null),
                Type.REPORTED));
  }

  @Test
  void findingThatIsConfirmedAtOnceIsReportedOnly() {
    assertThat(types(stored.search(50, Finding.at(40).confirmed().maneuver())))
        .containsExactly(Type.REPORTED);
    assertThat(stored.only().status()).isEqualTo(KeptStatus.CONFIRMED);
  }

  @Test
  void sameSearchTwiceChangesNothing() {
    Maneuver[] findings = {Finding.at(30).confirmed().maneuver(), Finding.at(40).maneuver()};
    stored.search(50, findings);

    assertThat(stored.search(50, findings)).isEmpty();
  }

  @Test
  void maneuverThatAnAnalystHasSeenIsNotWithdrawn() {
    stored.search(50, Finding.at(30).maneuver(), Finding.at(40).maneuver());
    stored.judge(1, Verdict.BURN);
    stored.judge(2, Verdict.NO_BURN);

    List<Revised> revised = stored.search(50);

    assertThat(types(revised)).containsExactly(Type.WITHDRAWN);
    assertThat(stored.get(1).withdrawn()).isFalse();
    assertThat(stored.get(2).withdrawn()).isTrue();
    assertThat(stored.get(2).review()).isNotNull();
  }

  /** Of two that became one, the one that was seen stays, though it is the younger one. */
  @Test
  void maneuverThatAnAnalystHasSeenIsNotMergedIntoAnother() {
    stored.search(50, Finding.at(38).maneuver(), Finding.at(40).maneuver());
    stored.judge(2, Verdict.BURN);

    stored.search(50, Finding.at(39.1).interval(37.5, 40.5).maneuver());

    assertThat(stored.get(1).withdrawn()).isTrue();
    assertThat(stored.get(1).mergedInto()).isEqualTo(2);
    assertThat(stored.get(2).withdrawn()).isFalse();
    assertThat(stored.get(2).figures().epoch()).isEqualTo(day(39.1));
    assertThat(stored.get(2).review()).isNotNull();
  }

  @Test
  void withdrawnManeuverThatIsSeenComesBack() {
    stored.search(50, Finding.at(40).confirmed().maneuver());
    stored.search(50);
    assertThat(stored.only().withdrawn()).isTrue();

    stored.judge(1, Verdict.BURN);

    assertThat(stored.only().status()).isEqualTo(KeptStatus.CONFIRMED);
    assertThat(stored.search(50)).isEmpty();
  }

  @Test
  void findingBelowTheThresholdIsNoNewManeuver() {
    assertThat(stored.search(50, Finding.at(40).confidence(0.49).maneuver())).isEmpty();
  }

  @Test
  void findingBelowTheThresholdContinuesAManeuver() {
    stored.search(50, Finding.at(40).confidence(0.55).maneuver());

    List<Revised> revised = stored.search(51, Finding.at(40).confidence(0.49).maneuver());

    assertThat(types(revised)).containsExactly(Type.UPDATED);
    assertThat(stored.only().status()).isEqualTo(KeptStatus.PROVISIONAL);
  }

  @ParameterizedTest
  @CsvSource({
    // The interval is 39.8 to 40.2 d.
    "38.81, true",
    "38.79, false",
    "41.19, true",
    "41.21, false"
  })
  void intervalWidenedByADayHoldsWhatContinuesIt(double epoch, boolean continues) {
    stored.search(50, Finding.at(40).maneuver());

    List<Revised> revised = stored.search(50, Finding.at(epoch).maneuver());

    if (continues) {
      assertThat(types(revised)).containsExactly(Type.UPDATED);
      assertThat(stored.only().figures().epoch()).isEqualTo(day(epoch));
    } else {
      assertThat(types(revised)).containsExactlyInAnyOrder(Type.REPORTED, Type.WITHDRAWN);
    }
  }

  @Test
  void nearestFindingContinuesAManeuverAndTheOtherIsNew() {
    stored.search(50, Finding.at(40).maneuver());

    List<Revised> revised =
        stored.search(50, Finding.at(39.2).maneuver(), Finding.at(40.3).maneuver());

    assertThat(revised).hasSize(2);
    assertThat(stored.get(1).figures().epoch()).isEqualTo(day(40.3));
    assertThat(stored.get(2).figures().epoch()).isEqualTo(day(39.2));
  }

  @Test
  void twoNeighborsKeepTheirIdsWhenBothMove() {
    stored.search(50, Finding.at(40).maneuver(), Finding.at(41.1).maneuver());

    stored.search(50, Finding.at(40.45).maneuver(), Finding.at(41.4).maneuver());

    assertThat(stored.get(1).figures().epoch()).isEqualTo(day(40.45));
    assertThat(stored.get(2).figures().epoch()).isEqualTo(day(41.4));
  }

  @ParameterizedTest
  @CsvSource({"40.1", "40.9"})
  void ofTwoThatBecomeOneTheOlderIdStays(double epoch) {
    stored.search(50, Finding.at(40).maneuver());
    stored.search(50, Finding.at(40).maneuver(), Finding.at(41).maneuver());

    List<Revised> revised = stored.search(50, Finding.at(epoch).maneuver());

    assertThat(stored.get(1).withdrawn()).isFalse();
    assertThat(stored.get(1).figures().epoch()).isEqualTo(day(epoch));
    assertThat(stored.get(2).status()).isEqualTo(KeptStatus.WITHDRAWN);
    assertThat(stored.get(2).mergedInto()).isEqualTo(1);
    assertThat(revised).extracting(Revised::told).contains(Type.WITHDRAWN);
  }

  @Test
  void campaignTakesInTheManeuversOfItsInterval() {
    stored.search(
        60,
        Finding.at(40).maneuver(),
        Finding.at(42).maneuver(),
        Finding.at(44).maneuver(),
        Finding.at(50).maneuver());

    stored.search(60, Finding.at(44).interval(39.8, 44.2).maneuver(), Finding.at(50).maneuver());

    assertThat(stored.get(1).figures().epoch()).isEqualTo(day(44));
    assertThat(stored.get(1).withdrawn()).isFalse();
    assertThat(stored.get(2).mergedInto()).isEqualTo(1);
    assertThat(stored.get(3).mergedInto()).isEqualTo(1);
    assertThat(stored.get(4).withdrawn()).isFalse();
  }

  @Test
  void mergedManeuverComesBackUnderItsIdWhenTheTwoPart() {
    stored.search(50, Finding.at(40).maneuver(), Finding.at(41).maneuver());
    stored.search(50, Finding.at(40.1).maneuver());

    List<Revised> revised = stored.search(50, Finding.at(40).maneuver(), Finding.at(41).maneuver());

    assertThat(stored.get(2).status()).isEqualTo(KeptStatus.PROVISIONAL);
    assertThat(stored.get(2).mergedInto()).isNull();
    assertThat(types(revised)).contains(Type.REPORTED);
    assertThat(stored.size()).isEqualTo(2);
  }

  @Test
  void maneuverWithoutAFindingIsWithdrawnWithItsLastFigures() {
    Maneuver finding = Finding.at(40).confirmed().maneuver();
    stored.search(50, finding);

    List<Revised> revised = stored.search(51);

    assertThat(types(revised)).containsExactly(Type.WITHDRAWN);
    assertThat(stored.only().status()).isEqualTo(KeptStatus.WITHDRAWN);
    assertThat(stored.only().figures()).isEqualTo(finding);
    assertThat(stored.only().revision()).isEqualTo(2);
    assertThat(stored.search(52)).isEmpty();
  }

  @Test
  void withdrawnManeuverThatComesBackKeepsItsId() {
    stored.search(50, Finding.at(40).maneuver());
    stored.search(51);

    List<Revised> revised = stored.search(52, Finding.at(40.3).maneuver());

    assertThat(types(revised)).containsExactly(Type.REPORTED);
    assertThat(stored.only().id()).isEqualTo(1);
    assertThat(stored.only().revision()).isEqualTo(3);
    assertThat(stored.only().reportedAt()).isEqualTo(FIRST_SEARCH);
  }

  @Test
  void withdrawnManeuverDoesNotComeBackBelowTheThreshold() {
    stored.search(50, Finding.at(40).maneuver());
    stored.search(51);

    assertThat(stored.search(52, Finding.at(40).confidence(0.4).maneuver())).isEmpty();
  }

  @Test
  void findingContinuesAStandingManeuverRatherThanANearerWithdrawnOne() {
    stored.search(50, Finding.at(40).maneuver(), Finding.at(42).maneuver());
    stored.search(50, Finding.at(42).maneuver());

    stored.search(50, Finding.at(40.9).maneuver());

    assertThat(stored.get(1).withdrawn()).isTrue();
    assertThat(stored.get(2).figures().epoch()).isEqualTo(day(40.9));
  }

  @Test
  void maneuverOutsideTheStretchStays() {
    stored.search(50, Finding.at(20).confirmed().maneuver());

    assertThat(stored.search(day(30), null, 60)).isEmpty();
    assertThat(stored.search(day(0), day(20), 60)).isEmpty();
    assertThat(types(stored.search(day(20), day(20).plusMillis(1), 60)))
        .containsExactly(Type.WITHDRAWN);
  }

  @Test
  void findingOutsideTheStretchIsNoNewManeuver() {
    assertThat(stored.search(day(30), day(40), 60, Finding.at(29.9).maneuver())).isEmpty();
    assertThat(stored.search(day(30), day(40), 60, Finding.at(40).maneuver())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"29.9, 30.2", "30.2, 29.9"})
  void maneuverThatMovesAcrossTheEndOfTheStretchIsOneStill(double before, double after) {
    stored.search(50, Finding.at(before).maneuver());

    stored.search(day(30), null, 50, Finding.at(after).maneuver());

    assertThat(stored.only().withdrawn()).isFalse();
    assertThat(stored.only().figures().epoch()).isEqualTo(day(after));
  }

  @Test
  void confirmationIsTold() {
    stored.search(50, Finding.at(48).maneuver());

    List<Revised> revised = stored.search(55, Finding.at(48).confirmed().maneuver());

    assertThat(types(revised)).containsExactly(Type.CONFIRMED);
    assertThat(stored.only().revision()).isEqualTo(2);
    assertThat(stored.only().newestElementSet()).isEqualTo(day(55));
  }

  @Test
  void statusThatIsConfirmedNoMoreIsTold() {
    stored.search(50, Finding.at(48).confirmed().maneuver());

    assertThat(types(stored.search(50, Finding.at(48).maneuver()))).containsExactly(Type.UPDATED);
  }

  @Test
  void smallCorrectionReplacesTheFiguresWithoutBeingTold() {
    stored.search(50, Finding.at(40).maneuver());
    Maneuver corrected = Finding.at(40.19).confidence(0.99).deltaV(1.19).maneuver();

    List<Revised> revised = stored.search(51, corrected);

    assertThat(types(revised)).containsOnlyNulls().hasSize(1);
    assertThat(stored.only().figures()).isEqualTo(corrected);
    assertThat(stored.only().revision()).isEqualTo(1);
    assertThat(stored.only().updatedAt()).isEqualTo(FIRST_SEARCH);
  }

  @Test
  void epochThatMovesByMoreThanHalfItsIntervalIsTold() {
    stored.search(50, Finding.at(40).maneuver());

    assertThat(types(stored.search(50, Finding.at(40.21).maneuver())))
        .containsExactly(Type.UPDATED);
  }

  @Test
  void changesAreMeasuredAgainstWhatWasTold() {
    stored.search(50, Finding.at(40).maneuver());

    assertThat(types(stored.search(50, Finding.at(40.15).maneuver()))).containsOnlyNulls();
    assertThat(types(stored.search(50, Finding.at(40.3).maneuver()))).containsExactly(Type.UPDATED);
    assertThat(types(stored.search(50, Finding.at(40.15).maneuver()))).containsOnlyNulls();
  }

  @ParameterizedTest
  @CsvSource({
    // 2 sigma are .2 m/s.
    "1.19, false",
    "1.21, true",
    "0.81, false",
    "0.79, true",
    "-1, true",
    ", true"
  })
  void deltaVThatChangesByMoreThanTwoSigmaIsTold(@Nullable Double deltaV, boolean told) {
    stored.search(50, Finding.at(40).maneuver());

    assertThat(types(stored.search(50, Finding.at(40).deltaV(deltaV).maneuver())))
        .containsExactly(told ? Type.UPDATED : null);
  }

  @ParameterizedTest
  @CsvSource({
    "0.8, 0.61, false",
    "0.8, 0.59, true",
    "0.6, 0.79, false",
    "0.6, 0.81, true",
    "0.55, 0.49, true"
  })
  void confidenceThatCrossesTheThresholdOrMovesByAFifthIsTold(
      double before, double after, boolean told) {
    stored.search(50, Finding.at(40).confidence(before).maneuver());

    assertThat(types(stored.search(50, Finding.at(40).confidence(after).maneuver())))
        .containsExactly(told ? Type.UPDATED : null);
  }

  @Test
  void kindThatChangesIsTold() {
    stored.search(50, Finding.at(40).maneuver());

    assertThat(types(stored.search(50, Finding.at(40).kind(Kind.DRAG_CHANGE).maneuver())))
        .containsExactly(Type.UPDATED);
  }

  @Test
  void anotherModelThatFindsTheSameIsRememberedWithoutBeingTold() {
    Maneuver finding = Finding.at(40).maneuver();
    stored.search(50, finding);
    stored.model = NEXT_MODEL;

    assertThat(types(stored.search(50, finding))).containsOnlyNulls().hasSize(1);
    assertThat(stored.only().model()).isEqualTo(NEXT_MODEL);
    assertThat(stored.search(50, finding)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"30, false", "30.01, true"})
  void oldManeuverIsABackfillEverAfter(double age, boolean backfill) {
    stored.search(age + 40, Finding.at(40).maneuver());
    assertThat(stored.only().backfill()).isEqualTo(backfill);

    stored.search(100, Finding.at(40).confirmed().maneuver());
    assertThat(stored.only().backfill()).isEqualTo(backfill);
  }

  private static List<@Nullable Type> types(List<Revised> revised) {
    List<@Nullable Type> types = new ArrayList<>();
    revised.forEach(each -> types.add(each.told()));
    return types;
  }

  private static Instant day(double day) {
    return START.plus(Duration.ofSeconds(Math.round(day * 86_400)));
  }

  /** What a store keeps of each search. */
  private static final class Stored {

    private final List<Known> known = new ArrayList<>();
    private ModelVersion model = MODEL;
    private Instant at = FIRST_SEARCH;

    List<Revised> search(double newest, Maneuver... findings) {
      return search(START, null, newest, findings);
    }

    List<Revised> search(Instant from, @Nullable Instant to, double newest, Maneuver... findings) {
      List<Revised> revised =
          Continuation.of(
              known,
              new Search(OBJECT, from, to, List.of(findings), THRESHOLD, day(newest), model, at));
      revised.forEach(this::store);
      at = at.plusSeconds(1);
      return revised;
    }

    void judge(int id, Verdict verdict) {
      Known before = known.get(id - 1);
      KeptManeuver maneuver = before.maneuver();
      Review review =
          new Review(
              id,
              OBJECT,
              (long) id,
              verdict,
              maneuver.figures().earliest(),
              maneuver.figures().latest(),
              null,
              null,
              at);
      known.set(id - 1, new Known(maneuver.reviewed(review, at), before.told()));
    }

    private void store(Revised revised) {
      KeptManeuver each = revised.maneuver();
      int place = (int) each.id() - 1;
      if (place < 0) {
        known.add(new Known(each.withId(known.size() + 1), each.figures()));
        return;
      }
      Maneuver told = revised.told() == null ? known.get(place).told() : each.figures();
      known.set(place, new Known(each, told));
    }

    KeptManeuver only() {
      assertThat(known).hasSize(1);
      return get(1);
    }

    KeptManeuver get(int id) {
      return known.get(id - 1).maneuver();
    }

    int size() {
      return known.size();
    }
  }

  /** A burn with an interval of .2 d on each side and a delta-v of 1 m/s, sigma .1 m/s. */
  private record Finding(
      double epoch,
      double earliest,
      double latest,
      double confidence,
      Status status,
      Kind kind,
      @Nullable Double deltaV) {

    static Finding at(double epoch) {
      return new Finding(epoch, epoch - 0.2, epoch + 0.2, 0.8, Status.PROVISIONAL, Kind.BURN, 1.0);
    }

    Finding interval(double from, double to) {
      return new Finding(epoch, from, to, confidence, status, kind, deltaV);
    }

    Finding confirmed() {
      return new Finding(epoch, earliest, latest, confidence, Status.CONFIRMED, kind, deltaV);
    }

    Finding confidence(double other) {
      return new Finding(epoch, earliest, latest, other, status, kind, deltaV);
    }

    Finding deltaV(@Nullable Double other) {
      return new Finding(epoch, earliest, latest, confidence, status, kind, other);
    }

    Finding kind(Kind other) {
      return new Finding(epoch, earliest, latest, confidence, status, other, deltaV);
    }

    Maneuver maneuver() {
      DeltaV estimate = deltaV == null ? null : new DeltaV(null, deltaV, 0, Math.abs(deltaV), 0.1);
      return new Maneuver(
          day(epoch),
          day(earliest),
          day(latest),
          confidence,
          status,
          5,
          kind,
          1,
          Maneuver.Type.of(estimate),
          estimate,
          null,
          null);
    }
  }
}

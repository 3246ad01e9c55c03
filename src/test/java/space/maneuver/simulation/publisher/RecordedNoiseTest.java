package space.maneuver.simulation.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.Ticks;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.simulation.HistorySimulator;
import space.maneuver.simulation.SimulationSettings;
import space.maneuver.simulation.orbit.Deviation;
import space.maneuver.simulation.orbit.DragRate;
import space.maneuver.simulation.orbit.TrueOrbit;
import space.maneuver.testing.ElementSetBuilder;

class RecordedNoiseTest {

  private static final Deviation ERROR = new Deviation(2e-9, 3e-5, 4e-6, -5e-6, 6e-6, -7e-6);

  @Test
  void undisturbedOrbitHasNoError() {
    RecordedStretch stretch = RecordedStretch.of(quiet(1, 40, -1));

    // The first element set has no predecessor, the last ones have too few neighbors.
    assertThat(stretch.size()).isEqualTo(38);
    for (int k = 0; k < stretch.size(); k++) {
      assertThat(Math.abs(stretch.error(k).elements().phase())).isLessThan(1e-8);
      assertThat(Math.abs(stretch.error(k).elements().meanMotion())).isLessThan(1e-13);
      assertThat(Math.abs(stretch.error(k).elements().ix())).isLessThan(1e-8);
      assertThat(stretch.interval(k)).isCloseTo(interval(k + 1), within(1e-6));
    }
  }

  @Test
  void outlierIsRecoveredAndDoesNotAffectItsNeighbors() {
    RecordedStretch stretch = RecordedStretch.of(quiet(1, 40, 20));

    Deviation found = stretch.error(19).elements();
    assertThat(found.meanMotion() / ERROR.meanMotion()).isCloseTo(1, within(0.01));
    assertThat(found.phase() / ERROR.phase()).isCloseTo(1, within(0.01));
    assertThat(found.ex() / ERROR.ex()).isCloseTo(1, within(0.01));
    assertThat(found.ey() / ERROR.ey()).isCloseTo(1, within(0.01));
    assertThat(found.ix() / ERROR.ix()).isCloseTo(1, within(0.01));
    assertThat(found.iy() / ERROR.iy()).isCloseTo(1, within(0.01));
    assertThat(Math.abs(stretch.error(5).elements().phase())).isLessThan(1e-8);
    assertThat(Math.abs(stretch.error(22).elements().phase())).isLessThan(0.01 * ERROR.phase());
  }

  @Test
  void wrongDragIsRecoveredAndDoesNotAffectItsNeighbors() {
    List<ElementSet> elements = new ArrayList<>(quiet(1, 40, -1).elements());
    elements.set(20, elements.get(20).withDrag(0.05, 0));

    RecordedStretch stretch = RecordedStretch.of(History.of(elements));

    double perBStar = DragRate.perBStar(elements.get(0));
    assertThat(stretch.error(19).drag() / (0.05 * perBStar)).isCloseTo(1, within(1e-6));
    for (int k = 0; k < stretch.size(); k++) {
      assertThat(stretch.error(k).drag()).isCloseTo(0, within(k == 19 ? 1 : 1e-25));
      assertThat(stretch.error(k).elements().phase()).isCloseTo(0, within(1e-8));
    }
  }

  @Test
  void simulatedObjectsHaveTheRecordedDragErrorsInTheirBStar() {
    List<ElementSet> elements = new ArrayList<>(quiet(1, 60, -1).elements());
    for (int k = 0; k < elements.size(); k += 2) {
      elements.set(k, elements.get(k).withDrag(0.02, 0));
    }

    History without = simulated(RecordedNoise.of(List.of(quiet(1, 60, -1))), OrbitRegime.LEO);
    History with = simulated(RecordedNoise.of(List.of(History.of(elements))), OrbitRegime.LEO);

    assertThat(greatestStepOfDrag(with)).isGreaterThan(20 * greatestStepOfDrag(without));
  }

  private static double greatestStepOfDrag(History history) {
    double greatest = 0;
    for (int k = 1; k < history.size(); k++) {
      double step =
          history.elements().get(k).meanMotionDot() - history.elements().get(k - 1).meanMotionDot();
      greatest = Math.max(greatest, Math.abs(step));
    }
    return greatest;
  }

  @Test
  void simulatedObjectsHaveTheRecordedIntervals() {
    RecordedNoise noise = RecordedNoise.of(List.of(quiet(1, 60, 30)));

    History history = simulated(noise, OrbitRegime.LEO);

    double[] intervals = new double[history.size() - 1];
    for (int k = 1; k < history.size(); k++) {
      intervals[k - 1] =
          history.elements().get(k).epochDays() - history.elements().get(k - 1).epochDays();
    }
    // Epochs move to the nearest ascending node, by less than half a revolution.
    assertThat(Arrays.stream(intervals).boxed())
        .allMatch(each -> Math.abs(each - 1) < 0.08 || Math.abs(each - 2.5) < 0.08);
    assertThat(Arrays.stream(intervals).filter(each -> each > 2).count()).isGreaterThan(10);
  }

  @Test
  void regimesWithoutRecordedNoiseAreUnchanged() {
    RecordedNoise noise = RecordedNoise.of(List.of(quiet(1, 60, 30)));

    assertThat(noise.regimes()).containsExactly(OrbitRegime.LEO);
    assertThat(simulated(noise, OrbitRegime.GEO))
        .isEqualTo(simulated(RecordedNoise.NONE, OrbitRegime.GEO));
    assertThat(simulated(noise, OrbitRegime.LEO))
        .isNotEqualTo(simulated(RecordedNoise.NONE, OrbitRegime.LEO));
  }

  @Test
  void shortHistoriesAreIgnored() {
    assertThat(RecordedNoise.of(List.of(quiet(1, 20, -1))).regimes()).isEmpty();
    assertThat(RecordedNoise.of(List.of()).regimes()).isEmpty();
  }

  private static History simulated(RecordedNoise noise, OrbitRegime regime) {
    Instant start = Instant.parse("2012-01-01T00:00:00Z");
    SimulationSettings settings = new SimulationSettings(1, start, 200, 1, List.of(regime));
    return new HistorySimulator(5, noise)
        .simulate(settings)
        .map(LabelledHistory::history)
        .findFirst()
        .orElseThrow();
  }

  /** Element sets of an undisturbed orbit, one of them with {@link #ERROR}. */
  private static History quiet(int seed, int size, int wrong) {
    ElementSet orbit = ElementSetBuilder.atNode(7200 + seed, 1e-3, 98);
    List<ElementSet> elements = new ArrayList<>();
    double days = 0;
    for (int k = 0; k < size; k++) {
      days += interval(k);
      ElementSet each = TrueOrbit.advanced(orbit, orbit.epochTicks() + Ticks.ofDays(days));
      elements.add(k == wrong ? ERROR.addedTo(each) : each);
    }
    return History.of(elements);
  }

  private static double interval(int k) {
    return k % 5 == 0 ? 2.5 : 1;
  }
}

package space.maneuver.detection.reconstruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import space.maneuver.detection.reconstruction.Trajectories.Trajectory;
import space.maneuver.orbit.ElementSet;
import space.maneuver.testing.ElementSetBuilder;
import space.maneuver.testing.ReentryHistory;

class TrajectoryTest {

  @Test
  void objectThatComesDownHasNoOrbitAtSomeTimesAndOneAtItsOwnEpoch() {
    ElementSet low = ReentryHistory.ELEMENTS;

    Trajectory trajectory = Objects.requireNonNull(Trajectory.of(low));

    List<Double> missing =
        IntStream.rangeClosed(-2400, 2400)
            .mapToObj(step -> low.epochDays() + step / 400.0)
            .filter(time -> trajectory.at(time) == null)
            .toList();
    assertThat(missing).isNotEmpty().hasSizeLessThan(480);
    assertThat(trajectory.at(low.epochDays())).isEqualTo(trajectory.own());
  }

  @Test
  void elementSetThatCannotBePropagatedHasNoTrajectory() {
    ElementSet broken =
        ElementSetBuilder.broken(ElementSetBuilder.at("2020-01-01T12:00:00Z").build());

    assertThatCode(() -> assertThat(Trajectory.of(broken)).isNull()).doesNotThrowAnyException();
  }
}

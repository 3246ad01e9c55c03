package space.maneuver.simulation.planting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import space.maneuver.orbit.BurnResponse;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.simulation.orbit.Draws;

class ResponseDrawTest {

  @Test
  void responsesDrawnAreThoseOfTheRegime() {
    Set<BurnResponse> low = new HashSet<>();
    Set<BurnResponse> high = new HashSet<>();
    Draws draws = Draws.of(1, 1);
    for (int i = 0; i < 2000; i++) {
      low.add(ResponseDraw.of(draws, OrbitRegime.LEO));
      high.add(ResponseDraw.of(draws, OrbitRegime.GEO));
    }

    assertThat(low)
        .contains(BurnResponse.IMMEDIATE, new BurnResponse(0, .5), new BurnResponse(5, 0));
    assertThat(high).allMatch(each -> each.span() == 0).contains(new BurnResponse(0, 1.5));
  }
}

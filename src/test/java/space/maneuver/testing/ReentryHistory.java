package space.maneuver.testing;

import java.util.ArrayList;
import java.util.List;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;

/**
 * The one history that SGP4 cannot follow: a low orbit whose drag, for some element sets before a
 * burn, is that of an object about to come down: days from their epochs SGP4 makes a hyperbola of
 * them.
 */
public final class ReentryHistory {

  public static final ElementSet ELEMENTS =
      ElementSetBuilder.at("2020-01-01T12:00:00Z").revolutionsPerDay(16.0).bStar(0.0276).build();

  private ReentryHistory() {}

  public static History history() {
    Sgp4History kicked =
        Sgp4History.noisy(
                ElementSetBuilder.at("2020-01-01T12:00:00Z")
                    .revolutionsPerDay(16.0)
                    .bStar(0)
                    .build())
            .burn(40.3, 0, 2, 0);
    List<ElementSet> elements = new ArrayList<>(kicked.every(1, 60).elements());
    for (int k = 35; k <= 40; k++) {
      elements.set(k, elements.get(k).withDrag(ELEMENTS.bStar(), 0));
    }
    return History.of(elements);
  }
}

package space.maneuver.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import space.maneuver.model.ManeuverModel;
import space.maneuver.model.ModelBundle;
import space.maneuver.orbit.OrbitRegime;

/**
 * All that is known of a model.
 *
 * @param bundle the fields of its {@code bundle.json}
 * @param measuredRegimes orbit regimes in which it was tried on published burns, in order
 * @param card its model card, Markdown
 */
record ModelAnswer(
    @JsonUnwrapped ModelBundle bundle, List<OrbitRegime> measuredRegimes, String card) {

  static ModelAnswer of(ManeuverModel model) {
    return new ModelAnswer(
        model.bundle(), model.bundle().measuredRegimes().stream().sorted().toList(), model.card());
  }
}

package space.maneuver.web.models;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.torch.ManeuverModel;

/**
 * All that is known of a model.
 *
 * @param bundle the fields of its {@code bundle.json}
 * @param card its model card, Markdown
 */
record ModelAnswer(@JsonUnwrapped ModelBundle bundle, String card) {

  static ModelAnswer of(ManeuverModel model) {
    return new ModelAnswer(model.bundle(), model.card());
  }
}

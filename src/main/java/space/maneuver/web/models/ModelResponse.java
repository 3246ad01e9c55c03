package space.maneuver.web.models;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.torch.ManeuverModel;

/**
 * The complete description of a model.
 *
 * @param bundle the fields of its {@code bundle.json}
 * @param card its model card, in Markdown
 */
record ModelResponse(@JsonUnwrapped ModelBundle bundle, String card) {

  static ModelResponse of(ManeuverModel model) {
    return new ModelResponse(model.bundle(), model.card());
  }
}

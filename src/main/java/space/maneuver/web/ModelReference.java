package space.maneuver.web;

import space.maneuver.model.ManeuverModel;
import space.maneuver.model.ModelBundle;

/**
 * The model that answered.
 *
 * @param name of the bundle
 * @param version of the bundle
 */
public record ModelReference(String name, String version) {

  static ModelReference of(ManeuverModel model) {
    return of(model.bundle());
  }

  static ModelReference of(ModelBundle bundle) {
    return new ModelReference(bundle.name(), bundle.version());
  }

  /** {@code NAME:VERSION}, as the query takes it. */
  String text() {
    return name + ":" + version;
  }
}

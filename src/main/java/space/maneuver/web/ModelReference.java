package space.maneuver.web;

import space.maneuver.model.ManeuverModel;

/**
 * The model that answered.
 *
 * @param name of the bundle
 * @param version of the bundle
 */
public record ModelReference(String name, String version) {

  static ModelReference of(ManeuverModel model) {
    return new ModelReference(model.bundle().name(), model.bundle().version());
  }

  /** {@code NAME:VERSION}, as the query takes it. */
  String text() {
    return name + ":" + version;
  }
}

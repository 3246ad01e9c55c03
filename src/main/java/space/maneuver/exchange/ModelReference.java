package space.maneuver.exchange;

import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.torch.ManeuverModel;

/**
 * The model that answered.
 *
 * @param name of the bundle
 * @param version of the bundle
 */
public record ModelReference(String name, String version) {

  public static ModelReference of(ManeuverModel model) {
    return of(model.bundle());
  }

  public static ModelReference of(ModelBundle bundle) {
    return new ModelReference(bundle.name(), bundle.version());
  }

  /** {@code NAME:VERSION}, as the query takes it. */
  public String text() {
    return name + ":" + version;
  }
}

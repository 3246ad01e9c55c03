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

  /** Returns {@code NAME:VERSION}, as accepted in a query. */
  public String text() {
    return name + ":" + version;
  }
}

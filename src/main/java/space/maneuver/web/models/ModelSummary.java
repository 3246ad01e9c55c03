package space.maneuver.web.models;

import java.util.List;
import space.maneuver.features.window.Sampling;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.orbit.OrbitRegime;

/**
 * What a caller needs to choose a model.
 *
 * @param name of the bundle
 * @param version of the bundle
 * @param schema name of its feature schema
 * @param sampling what one step is
 * @param windowDays supported window lengths, days
 * @param measuredRegimes orbit regimes in which its accuracy was measured on published burns, in
 *     order
 */
record ModelSummary(
    String name,
    String version,
    String schema,
    Sampling sampling,
    List<Integer> windowDays,
    List<OrbitRegime> measuredRegimes) {

  static ModelSummary of(ManeuverModel model) {
    ModelBundle bundle = model.bundle();
    return new ModelSummary(
        bundle.name(),
        bundle.version(),
        bundle.features().name(),
        bundle.features().sampling(),
        bundle.windowDays(),
        bundle.measuredRegimes().stream().sorted().toList());
  }
}

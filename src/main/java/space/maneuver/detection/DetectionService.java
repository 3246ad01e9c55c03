package space.maneuver.detection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.features.FeatureWindow;
import space.maneuver.features.FeatureWindows;
import space.maneuver.features.SolarFlux;
import space.maneuver.model.ManeuverModel;
import space.maneuver.model.ModelRegistry;
import space.maneuver.orbit.History;

/** All that the service does, by the name of a model ({@code NAME} or {@code NAME:VERSION}). */
public final class DetectionService {

  private final ModelRegistry models;
  private final SolarFlux solarFlux;

  /**
   * @param solarFlux given to those models that were trained with it
   */
  public DetectionService(ModelRegistry models, SolarFlux solarFlux) {
    this.models = models;
    this.solarFlux = solarFlux;
  }

  /**
   * The model of a name.
   *
   * @param name null for the default
   * @throws space.maneuver.model.UnknownModelException if there is none of that name
   */
  public ManeuverModel model(@Nullable String name) {
    return name == null ? models.defaultModel() : models.get(name);
  }

  public List<ManeuverModel> models() {
    return models.list();
  }

  /** As {@link WindowPredictor#predict}. */
  public List<Prediction> predict(
      @Nullable String model, List<FeatureWindow> windows, boolean steps) {
    return new WindowPredictor(model(model)).predict(windows, steps);
  }

  /** As {@link FeatureWindows#of}. */
  public List<FeatureWindow> features(
      @Nullable String model, History history, int days, int strideDays) {
    ManeuverModel chosen = model(model);
    return FeatureWindows.of(
        chosen.bundle().features().sampling(), history, days, strideDays, solarFlux(chosen));
  }

  /** As {@link ManeuverDetector#detect}. */
  public ObjectReport detect(
      @Nullable String model, History history, @Nullable Double minConfidence, boolean series) {
    ManeuverModel chosen = model(model);
    return new ManeuverDetector(chosen, solarFlux(chosen)).detect(history, minConfidence, series);
  }

  private SolarFlux solarFlux(ManeuverModel model) {
    return model.bundle().training().solarFlux() ? solarFlux : SolarFlux.NONE;
  }
}

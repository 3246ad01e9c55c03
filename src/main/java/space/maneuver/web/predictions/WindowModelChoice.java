package space.maneuver.web.predictions;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.registry.ModelRegistry;
import space.maneuver.inference.ModelSession;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.web.filter.MediaTypes;
import space.maneuver.web.models.ModelChoice;

/**
 * Finds the model that windows are for. Where the caller names none, it is the default, unless
 * their first row has another number of channels and is that of just one other model: windows of a
 * daily model find it without a name.
 */
@Component
final class WindowModelChoice {

  private final ModelChoice models;
  private final ModelRegistry registry;

  WindowModelChoice(ModelChoice models, ModelRegistry registry) {
    this.models = models;
    this.registry = registry;
  }

  /**
   * A model and the whole body, which may have been looked into.
   *
   * @param name of the model, to open it; null for the default
   * @param bundle what the windows are read for
   * @param place where the caller named the model
   */
  record Choice(@Nullable String name, ModelBundle bundle, String place, InputStream body) {}

  /**
   * @param name as the caller gave it in the query; null or blank for none
   */
  Choice of(@Nullable String name, HttpServletRequest request) throws IOException {
    if (name != null && !name.isBlank()) {
      ModelBundle bundle = models.of(name, "query").bundle();
      return new Choice(name, bundle, "query", request.getInputStream());
    }
    RowWidth row = RowWidth.ahead(request.getInputStream(), MediaTypes.hasLines(request));
    String fitting = fitting(row.width());
    return new Choice(fitting, models.of(fitting, "body").bundle(), "body", row.body());
  }

  /** Begins to use the model; to be closed. */
  ModelSession open(Choice choice) {
    return models.open(choice.name(), choice.bundle(), choice.place());
  }

  /** Null for the default. */
  private @Nullable String fitting(int width) {
    if (width == 0 || width == width(models.of(null, "query"))) {
      return null;
    }
    // The name alone: the version may be another by the time that it is opened.
    List<String> fitting =
        registry.list().stream()
            .filter(model -> width(model) == width)
            .map(model -> model.bundle().name())
            .distinct()
            .toList();
    return fitting.size() == 1 ? fitting.get(0) : null;
  }

  private static int width(ManeuverModel model) {
    return model.bundle().features().channels().size();
  }
}

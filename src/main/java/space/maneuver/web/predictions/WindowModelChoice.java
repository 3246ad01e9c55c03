package space.maneuver.web.predictions;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import space.maneuver.inference.DetectionService;
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
  private final DetectionService service;

  WindowModelChoice(ModelChoice models, DetectionService service) {
    this.models = models;
    this.service = service;
  }

  /**
   * A model and the whole body, which may have been looked into.
   *
   * @param session of the model
   */
  record Choice(ModelSession session, InputStream body) implements AutoCloseable {

    @Override
    public void close() {
      session.close();
    }
  }

  /**
   * @param name as the caller gave it in the query; null or blank for none
   * @return to be closed
   */
  Choice of(@Nullable String name, HttpServletRequest request) throws IOException {
    if (name != null && !name.isBlank()) {
      ModelSession session = models.open(name, "query", request);
      return new Choice(session, request.getInputStream());
    }
    RowWidth row = RowWidth.ahead(request.getInputStream(), MediaTypes.hasLines(request));
    return new Choice(models.open(fitting(row.width()), "body", request), row.body());
  }

  /** Null for the default. */
  private @Nullable String fitting(int width) {
    if (width == 0 || width == width(models.of(null, "query"))) {
      return null;
    }
    // The name alone: the version may be another by the time that it is opened.
    List<String> fitting =
        service.models().stream()
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

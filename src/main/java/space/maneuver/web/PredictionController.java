package space.maneuver.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import space.maneuver.detection.ModelSession;

/** Probabilities of windows whose features the caller has. */
@RestController
@RequestMapping("/api/v1/predictions")
class PredictionController implements PredictionApi {

  private final WindowModelChoice models;
  private final WindowParser parser;
  private final WindowPredictions predictions;
  private final NdjsonExchange exchange;

  PredictionController(
      WindowModelChoice models,
      WindowParser parser,
      WindowPredictions predictions,
      NdjsonExchange exchange) {
    this.models = models;
    this.parser = parser;
    this.predictions = predictions;
    this.exchange = exchange;
  }

  @Override
  @PostMapping(
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  public PredictionsAnswer predict(
      @RequestParam(name = "model", required = false) @Nullable String model,
      @RequestParam(name = "steps", defaultValue = "false") boolean steps,
      HttpServletRequest request)
      throws IOException {
    WindowModelChoice.Choice choice = models.of(model, request);
    try (ModelSession session = choice.session()) {
      List<WindowOutcome> windows = parser.document(choice.body(), session.bundle());
      List<PredictionEntry> entries = predictions.of(windows, session, steps);
      WindowPredictions.requireOneUsable(entries);
      return new PredictionsAnswer(ModelReference.of(session.bundle()), entries);
    }
  }

  @Override
  @PostMapping(
      consumes = MediaType.APPLICATION_NDJSON_VALUE,
      produces = MediaType.APPLICATION_NDJSON_VALUE)
  public void predictLines(
      @RequestParam(name = "model", required = false) @Nullable String model,
      @RequestParam(name = "steps", defaultValue = "false") boolean steps,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    WindowModelChoice.Choice choice = models.of(model, request);
    try (ModelSession session = choice.session()) {
      exchange.answer(session, choice.body(), response, steps);
    }
  }
}

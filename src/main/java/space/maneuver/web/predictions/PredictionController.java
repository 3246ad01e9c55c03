package space.maneuver.web.predictions;

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
import space.maneuver.exchange.ModelReference;
import space.maneuver.inference.ModelSession;
import space.maneuver.inference.RequestLimits;
import space.maneuver.web.Paths;
import space.maneuver.web.filter.MediaTypes;
import space.maneuver.web.metrics.RequestMeters;
import space.maneuver.web.models.RequestLimitsReader;
import space.maneuver.web.predictions.WindowPredictions.PredictionEntry;

/** Predicts windows whose features the caller has computed. */
@RestController
@RequestMapping(Paths.PREDICTIONS)
class PredictionController implements PredictionApi {

  private final WindowModelResolver models;
  private final WindowParser parser;
  private final NdjsonExchange exchange;
  private final RequestLimitsReader limitsReader;
  private final RequestMeters meters;

  PredictionController(
      WindowModelResolver models,
      RequestLimitsReader limitsReader,
      WindowParser parser,
      NdjsonExchange exchange,
      RequestMeters meters) {
    this.models = models;
    this.limitsReader = limitsReader;
    this.parser = parser;
    this.exchange = exchange;
    this.meters = meters;
  }

  @Override
  @PostMapping(
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_NDJSON_VALUE})
  public void predict(
      @RequestParam(name = "model", required = false) @Nullable String model,
      @RequestParam(name = "steps", defaultValue = "false") boolean steps,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    RequestLimits limits = limitsReader.of(request);
    WindowModelResolver.Choice choice = models.of(model, request);
    long start = System.nanoTime();
    List<WindowOutcome> windows = parser.document(choice.body(), choice.bundle());
    meters.parsed(System.nanoTime() - start);
    try (ModelSession session = models.open(choice)) {
      ModelReference reference = ModelReference.of(session.bundle());
      List<PredictionEntry> entries =
          meters.timePrediction(() -> WindowPredictions.predict(session, windows, steps, limits));
      PredictionEntry.count(entries, reference.name(), meters);
      WindowPredictions.requireOneUsable(entries);
      start = System.nanoTime();
      write(reference, entries, request, response);
      meters.written(System.nanoTime() - start);
    }
  }

  private static void write(
      ModelReference model,
      List<PredictionEntry> entries,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (MediaTypes.prefersLines(request)) {
      NdjsonExchange.begin(model, response);
      try (PredictionWriter writer = new PredictionWriter(response.getOutputStream())) {
        entries.forEach(writer::line);
      }
    } else {
      response.setContentType(MediaType.APPLICATION_JSON_VALUE);
      try (PredictionWriter writer = new PredictionWriter(response.getOutputStream())) {
        writer.document(model, entries);
      }
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
    RequestLimits limits = limitsReader.of(request);
    WindowModelResolver.Choice choice = models.of(model, request);
    try (ModelSession session = models.open(choice)) {
      exchange.answer(session, choice.body(), response, steps, limits);
    }
  }
}

package space.maneuver.web.predictions;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import space.maneuver.web.models.ModelApi;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.Problems;

/** How the API describes the predictions. */
@Tag(name = "Predictions", description = "From feature windows to probabilities.")
interface PredictionApi {

  @Operation(
      operationId = "predict",
      summary = "Tell of each window whether a burn starts in it",
      description =
          "Windows of 30 and 60 days may be mixed. A fault of one window is answered in its place"
              + " and leaves the others alone; where no window is usable, the answer is a problem."
              + "\n\nAs `application/x-ndjson`, a window per line comes in and an answer per line"
              + " goes out while the request is still being sent. The number of lines has no limit;"
              + " blank lines are passed over, and a fault of a line is answered by a line. With"
              + " `Accept: application/x-ndjson` a document too is answered by a line per window.",
      requestBody =
          @RequestBody(
              required = true,
              content = {
                @Content(
                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                    schema = @Schema(ref = "#/components/schemas/Windows"),
                    examples =
                        @ExampleObject(name = "windows", ref = "#/components/examples/predict")),
                @Content(
                    mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                    schema = @Schema(ref = "#/components/schemas/Window"),
                    examples =
                        @ExampleObject(name = "lines", ref = "#/components/examples/predictLines"))
              }),
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "A prediction or an error for each window, in the request's order.",
              headers =
                  @Header(
                      name = "X-Model",
                      description = "Of NDJSON: the model that answers, `NAME:VERSION`.",
                      schema = @Schema(type = "string")),
              content = {
                @Content(
                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                    schema = @Schema(ref = "#/components/schemas/Predictions"),
                    examples =
                        @ExampleObject(
                            name = "predictions",
                            ref = "#/components/examples/predict-200")),
                @Content(
                    mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                    schema = @Schema(ref = "#/components/schemas/Prediction"),
                    examples =
                        @ExampleObject(
                            name = "lines",
                            ref = "#/components/examples/predictLines-200"))
              }))
  @Problems({
    Problem.MALFORMED_JSON,
    Problem.UNKNOWN_MODEL,
    Problem.TOO_MANY_WINDOWS,
    Problem.NO_WINDOWS,
    Problem.WRONG_MODEL,
    Problem.NO_USABLE_WINDOW
  })
  void predict(
      @Parameter(
              description =
                  "Model that answers, `NAME` or `NAME:VERSION`. Without it, the default, or the"
                      + " one model that takes rows as long as the first.",
              example = ModelApi.DAILY_EXAMPLE)
          @Nullable String model,
      @Parameter(
              description =
                  "Also answer every step: by a daily model the probability that a burn has started"
                      + " by the end of the day, by others that of a burn in the gap before the"
                      + " element set.")
          boolean steps,
      @Parameter(hidden = true) HttpServletRequest request,
      @Parameter(hidden = true) HttpServletResponse response)
      throws IOException;

  /** Described with {@code predict}, which has the same path. */
  @Hidden
  void predictLines(
      @Nullable String model,
      boolean steps,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException;
}

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

/** OpenAPI documentation of the predictions. */
@Tag(name = "Predictions", description = "Compute probabilities from feature windows.")
interface PredictionApi {

  @Operation(
      operationId = "predict",
      summary = "Predict for each window whether a burn starts in it",
      description =
          "Windows of 30 and 60 days may be mixed. An error of one window is reported in its"
              + " place and does not affect the others; if no window is usable, the response is a"
              + " problem.\n\nAs `application/x-ndjson`, the request has one window per line, and"
              + " the response one line per window, which is sent while the request is still being"
              + " received. There is no limit on the number of lines; blank lines are ignored, and"
              + " an error of a line is reported in its line. With `Accept: application/x-ndjson`,"
              + " the response to a JSON document has one line per window, too.",
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
              description =
                  "A prediction or an error for each window, in the order of the request.",
              headers =
                  @Header(
                      name = "X-Model",
                      description = "NDJSON only: the model that answers, as `NAME:VERSION`.",
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
                  "Model to use, as `NAME` or `NAME:VERSION`. If omitted, the default model, unless"
                      + " the number of channels in the first row fits exactly one other model, which"
                      + " is then used.",
              example = ModelApi.DAILY_EXAMPLE)
          @Nullable String model,
      @Parameter(
              description =
                  "Whether to return a probability for every step as well: for a daily model, that a"
                      + " burn has started by the end of the day; for other models, that there is a"
                      + " burn in the gap before the element set.")
          boolean steps,
      @Parameter(hidden = true) HttpServletRequest request,
      @Parameter(hidden = true) HttpServletResponse response)
      throws IOException;

  /** Documented with {@code predict}, which has the same path. */
  @Hidden
  void predictLines(
      @Nullable String model,
      boolean steps,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException;
}

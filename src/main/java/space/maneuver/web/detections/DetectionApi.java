package space.maneuver.web.detections;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import space.maneuver.web.models.ModelApi;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.Problems;

/** OpenAPI documentation of the detections. */
@Tag(name = "Detections", description = "Detect maneuvers in element sets.")
interface DetectionApi {

  @Operation(
      operationId = "detectManeuvers",
      summary = "Detect maneuvers in the histories of satellites",
      description =
          "Takes element sets of one or more objects, in any order, and returns a report per"
              + " object. A record that cannot be used is listed under `rejected` and does not"
              + " affect the others; an object that cannot be searched has an `error`, and the"
              + " others are still searched. Objects are searched in parallel and reported in the"
              + " order in which they first appear; the report of an object depends on its own"
              + " element sets only.\n\nWith `Accept: application/x-ndjson`, each object"
              + " is a line, sent as soon as the object has been searched; the last line has the"
              + " model and the rejected records, and the header X-Objects gives the number of"
              + " objects. Closing the connection cancels the search.",
      extensions =
          @Extension(
              properties =
                  @ExtensionProperty(name = "x-codegen-request-body-name", value = "elementSets")),
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "One report per object.",
              headers = {
                @Header(
                    name = "X-Model",
                    description = "NDJSON only: the model that answers, as `NAME:VERSION`.",
                    schema = @Schema(type = "string")),
                @Header(
                    name = "X-Objects",
                    description =
                        "NDJSON only: number of objects in the request; each has one line, unless since leaves it out.",
                    schema = @Schema(type = "integer", format = "int32"))
              },
              content = {
                @Content(
                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                    schema = @Schema(ref = "#/components/schemas/Detections"),
                    examples =
                        @ExampleObject(
                            name = "detections",
                            ref = "#/components/examples/detectManeuvers-200")),
                @Content(
                    mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                    schema = @Schema(ref = "#/components/schemas/DetectionLine"),
                    examples =
                        @ExampleObject(
                            name = "detections",
                            ref = "#/components/examples/detectManeuverLines-200"))
              }))
  @Problems({
    Problem.UNREADABLE_INPUT,
    Problem.UNKNOWN_MODEL,
    Problem.TOO_MANY_ELEMENT_SETS,
    Problem.NO_USABLE_ELEMENT_SET
  })
  void detectManeuvers(
      @Parameter(description = ModelApi.PARAMETER, example = ModelApi.EXAMPLE)
          @Nullable String model,
      @Parameter(
              description =
                  "Minimum confidence of the maneuvers listed, 0 to 1. The default is the model's"
                      + " threshold for the object's orbit regime; 0 lists every candidate.")
          @DecimalMin("0")
          @DecimalMax("1")
          @Nullable Double minConfidence,
      @Parameter(
              description =
                  "Whether to include, for each object, its orbital elements over time, the along-track"
                      + " residuals and the probability of each gap.",
              example = "false")
          boolean series,
      @Parameter(
              description =
                  "Whether to include, for each object, the probability of each of its windows. These"
                      + " make up most of a response.",
              example = "true")
          boolean windows,
      @Parameter(
              description =
                  "Kinds of maneuvers to list, separated by commas: `burn`, `continuous-thrust`,"
                      + " `anomaly`, `drag-change`; or `all`. The default is all but `drag-change`.",
              example = "burn")
          @Nullable String kinds,
      @Parameter(
              description =
                  "Only the maneuvers that may have happened since then: a number of days or hours"
                      + " up to now, such as `7d` or `36h`, or a time, such as `2026-01-31` or"
                      + " `2026-01-31T12:00:00Z`. Objects without one are left out.",
              example = "2010-01-01")
          @Nullable String since,
      @Parameter(hidden = true) HttpServletRequest request,
      @Parameter(hidden = true) HttpServletResponse response)
      throws IOException;
}

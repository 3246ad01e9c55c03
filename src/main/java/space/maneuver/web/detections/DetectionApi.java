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

/** How the API describes the detections. */
@Tag(name = "Detections", description = "From element sets to maneuvers.")
interface DetectionApi {

  @Operation(
      operationId = "detectManeuvers",
      summary = "Find the maneuvers in histories of element sets",
      description =
          "Element sets of one or many objects, in any order. A record that is not usable is listed"
              + " under `rejected` and takes no other with it. An object that cannot be searched has"
              + " an `error`, and the others are answered. With `Accept: application/x-ndjson`"
              + " every object is a line that is sent as soon as it is found, and the last line has"
              + " model and rejected; the header X-Objects tells how many objects there are. Closing"
              + " the connection ends the search.",
      extensions =
          @Extension(
              properties =
                  @ExtensionProperty(name = "x-codegen-request-body-name", value = "elementSets")),
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "A report for each object.",
              headers = {
                @Header(
                    name = "X-Model",
                    description = "Of NDJSON: the model that answers, `NAME:VERSION`.",
                    schema = @Schema(type = "string")),
                @Header(
                    name = "X-Objects",
                    description = "Of NDJSON: number of objects, each of which gets a line.",
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
                  "Least confidence of a maneuver. The default is the model's threshold for the"
                      + " object's regime; 0 lists every candidate.")
          @DecimalMin("0")
          @DecimalMax("1")
          @Nullable Double minConfidence,
      @Parameter(
              description =
                  "Whether each object has its elements over time, residuals and the probability of"
                      + " each gap.",
              example = "false")
          boolean series,
      @Parameter(
              description =
                  "Whether each object has the probability of each of its windows, which is most of"
                      + " an answer.",
              example = "true")
          boolean windows,
      @Parameter(hidden = true) HttpServletRequest request,
      @Parameter(hidden = true) HttpServletResponse response)
      throws IOException;
}

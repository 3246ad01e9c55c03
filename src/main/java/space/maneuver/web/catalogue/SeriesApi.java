package space.maneuver.web.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import space.maneuver.web.catalogue.SeriesController.SeriesResponse;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.Problems;

/** OpenAPI documentation of the series of an object. */
@Tag(name = "Catalogue")
interface SeriesApi {

  @Operation(
      operationId = "getSeries",
      summary = "Show the elements and probabilities behind an object's maneuvers",
      description =
          "Searches the element sets of a range with the default model and returns what a report of"
              + " POST /detections with series=true has, to be plotted. At most 20,000 element"
              + " sets.",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The series.",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(ref = "#/components/schemas/Series"),
                      examples =
                          @ExampleObject(
                              name = "series",
                              ref = "#/components/examples/getSeries-200"))))
  @Problems({
    Problem.UNKNOWN_OBJECT,
    Problem.TOO_MANY_ELEMENT_SETS,
    Problem.NO_STORE,
    Problem.STORE_UNAVAILABLE
  })
  SeriesResponse getSeries(
      @Parameter(
              description = "NORAD catalogue number.",
              example = "80000",
              schema = @Schema(type = "integer"))
          String noradId,
      @Parameter(
              description = "Earliest epoch (default: 180 days before the newest element set).",
              example = "2010-03-01T00:00:00Z")
          @Nullable String from,
      @Parameter(
              description = "Epoch at which the range ends; it is not included itself.",
              example = "2010-03-16T00:00:00Z")
          @Nullable String to,
      @Parameter(hidden = true) HttpServletRequest request);
}

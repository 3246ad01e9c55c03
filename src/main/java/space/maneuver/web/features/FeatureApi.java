package space.maneuver.web.features;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import space.maneuver.web.models.ModelApi;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.Problems;

/** OpenAPI documentation of the features. */
@Tag(name = "Features", description = "Compute feature windows from element sets.")
interface FeatureApi {

  @Operation(
      operationId = "extractFeatures",
      summary = "Compute the feature windows that a model takes",
      description =
          "Returns the windows of each object, oldest first; the last one contains the newest"
              + " element set. The response, or any part of its list, can be posted to"
              + " `/api/v1/predictions` unchanged.",
      extensions =
          @Extension(
              properties =
                  @ExtensionProperty(name = "x-codegen-request-body-name", value = "elementSets")),
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The windows, and the records that could not be used.",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(ref = "#/components/schemas/Features"),
                      examples =
                          @ExampleObject(
                              name = "features",
                              ref = "#/components/examples/extractFeatures-200"))))
  @Problems({
    Problem.UNREADABLE_INPUT,
    Problem.UNKNOWN_MODEL,
    Problem.TOO_MANY_ELEMENT_SETS,
    Problem.NO_USABLE_ELEMENT_SET
  })
  void extractFeatures(
      @Parameter(description = ModelApi.PARAMETER, example = ModelApi.DAILY_EXAMPLE)
          @Nullable String model,
      @Parameter(
              description = "Length of a window, days: 30 or 60.",
              schema =
                  @Schema(
                      type = "integer",
                      allowableValues = {"30", "60"}),
              example = "30")
          int days,
      @Parameter(
              description = "Days between the starts of consecutive windows, 1 to 3650.",
              example = "30")
          @Min(1)
          @Max(3650)
          int strideDays,
      @Parameter(hidden = true) HttpServletRequest request,
      @Parameter(hidden = true) HttpServletResponse response)
      throws IOException;
}

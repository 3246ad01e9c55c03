package space.maneuver.web.models;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.Problems;

/** How the API describes the models. */
@Tag(name = "Models", description = "What the service can answer with, and how good it is.")
public interface ModelApi {

  String PARAMETER = "Model that answers, `NAME` or `NAME:VERSION`; the default if there is none.";
  String EXAMPLE = "maneuver-lstm";

  /** The model of the example windows. */
  String DAILY_EXAMPLE = "maneuver-lstm-daily";

  @Operation(
      operationId = "listModels",
      summary = "List the models",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "All models, and which is the default.",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(ref = "#/components/schemas/Models"),
                      examples =
                          @ExampleObject(
                              name = "models",
                              ref = "#/components/examples/listModels-200"))))
  ModelsResponse listModels();

  @Operation(
      operationId = "getModel",
      summary = "Describe a model",
      description =
          "Its feature schema with the unit and meaning of each column, thresholds, calibration,"
              + " training data, measured quality, and its card.",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The model.",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(ref = "#/components/schemas/Model"),
                      examples =
                          @ExampleObject(
                              name = "model",
                              ref = "#/components/examples/getModel-200"))))
  @Problems(Problem.UNKNOWN_MODEL)
  ModelResponse getModel(
      @Parameter(description = "`NAME` or `NAME:VERSION`.", example = DAILY_EXAMPLE) String name);
}

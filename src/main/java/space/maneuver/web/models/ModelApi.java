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

/** OpenAPI documentation of the models. */
@Tag(name = "Models", description = "The models in service and their measured accuracy.")
public interface ModelApi {

  String PARAMETER = "Model to use, as `NAME` or `NAME:VERSION`; the default model if omitted.";
  String EXAMPLE = "maneuver-lstm";

  /** The model that the example windows are for. */
  String DAILY_EXAMPLE = "maneuver-lstm-daily";

  @Operation(
      operationId = "listModels",
      summary = "List the models in service",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The models, and which of them is the default.",
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
          "Returns the feature schema with the unit and meaning of each channel, thresholds,"
              + " calibration, training data, measured accuracy and the model card.",
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
      @Parameter(description = "Model, as `NAME` or `NAME:VERSION`.", example = DAILY_EXAMPLE)
          String name);
}

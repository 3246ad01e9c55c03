package space.maneuver.web.oip;

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

/** How the API describes the models as the protocol sees them. */
@Tag(name = InferenceApi.TAG)
interface ModelMetadataApi {

  String METADATA = "Name the tensors that a model takes and gives";
  String READY = "Tell whether a model answers";

  @Operation(
      operationId = "getModelMetadata",
      summary = METADATA,
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The model.",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(ref = "#/components/schemas/ModelMetadata"),
                      examples =
                          @ExampleObject(
                              name = "model",
                              ref = "#/components/examples/getModelMetadata-200"))))
  @Problems(Problem.UNKNOWN_MODEL)
  ModelMetadata getModelMetadata(
      @Parameter(description = InferenceApi.NAME, example = InferenceApi.NAME_EXAMPLE) String name);

  @Operation(
      operationId = "getModelVersionMetadata",
      summary = METADATA,
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The model.",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(ref = "#/components/schemas/ModelMetadata"),
                      examples =
                          @ExampleObject(
                              name = "model",
                              ref = "#/components/examples/getModelMetadata-200"))))
  @Problems(Problem.UNKNOWN_MODEL)
  ModelMetadata getModelVersionMetadata(
      @Parameter(description = InferenceApi.NAME, example = InferenceApi.NAME_EXAMPLE) String name,
      @Parameter(description = InferenceApi.VERSION, example = InferenceApi.VERSION_EXAMPLE)
          String version);

  @Operation(
      operationId = "getModelReady",
      summary = READY,
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "It does.",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(ref = "#/components/schemas/ModelReady"),
                      examples =
                          @ExampleObject(
                              name = "ready",
                              ref = "#/components/examples/getModelReady-200"))))
  @Problems(Problem.UNKNOWN_MODEL)
  ModelReady getModelReady(
      @Parameter(description = InferenceApi.NAME, example = InferenceApi.NAME_EXAMPLE) String name);

  @Operation(
      operationId = "getModelVersionReady",
      summary = READY,
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "It does.",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(ref = "#/components/schemas/ModelReady"),
                      examples =
                          @ExampleObject(
                              name = "ready",
                              ref = "#/components/examples/getModelReady-200"))))
  @Problems(Problem.UNKNOWN_MODEL)
  ModelReady getModelVersionReady(
      @Parameter(description = InferenceApi.NAME, example = InferenceApi.NAME_EXAMPLE) String name,
      @Parameter(description = InferenceApi.VERSION, example = InferenceApi.VERSION_EXAMPLE)
          String version);
}

package space.maneuver.web.oip;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.http.MediaType;
import space.maneuver.web.oip.InferenceApi.ModelName;
import space.maneuver.web.oip.InferenceApi.ModelVersion;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.Problems;

/** OpenAPI documentation of the models, as seen by the protocol. */
@Tag(name = InferenceApi.TAG)
interface ModelMetadataApi {

  @Metadata("getModelMetadata")
  ModelMetadata getModelMetadata(@ModelName String name);

  @Metadata("getModelVersionMetadata")
  ModelMetadata getModelVersionMetadata(@ModelName String name, @ModelVersion String version);

  @Ready("getModelReady")
  ModelReady getModelReady(@ModelName String name);

  @Ready("getModelVersionReady")
  ModelReady getModelVersionReady(@ModelName String name, @ModelVersion String version);

  /** Documents the metadata of a model, with or without a version in the path. */
  @Operation(
      summary = "Describe the input and output tensors of a model",
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
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Metadata {

    /** Id of the operation. */
    @AliasFor(annotation = Operation.class, attribute = "operationId")
    String value();
  }

  /** Documents the readiness of a model, with or without a version in the path. */
  @Operation(
      summary = "Check whether a model is ready",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The model is ready.",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(ref = "#/components/schemas/ModelReady"),
                      examples =
                          @ExampleObject(
                              name = "ready",
                              ref = "#/components/examples/getModelReady-200"))))
  @Problems(Problem.UNKNOWN_MODEL)
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Ready {

    /** Id of the operation. */
    @AliasFor(annotation = Operation.class, attribute = "operationId")
    String value();
  }
}

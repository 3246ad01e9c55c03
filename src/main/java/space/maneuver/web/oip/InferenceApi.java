package space.maneuver.web.oip;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
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
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.http.MediaType;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.Problems;

/** How the API describes the inference. */
@Tag(
    name = InferenceApi.TAG,
    description =
        "Version 2 of the protocol of KServe and Triton. Errors are `{\"error\": message}` here.")
interface InferenceApi {

  String TAG = "Open Inference Protocol";
  String DESCRIPTION =
      """
      Input `x`, FP32 [batch, steps, channels]: windows in the units of the model's schema, NaN, in \
      JSON null, where a number is missing, a step of nothing but NaN where a step is. Input \
      `lengths`, INT64 [batch], optional: the steps of each window, what lies beyond is not looked \
      at. A daily model takes windows of exactly 30 or 60 steps. Output `logit`, FP32 [batch]: the \
      network's answer before calibration, NaN, in JSON null, where it failed on a window. Daily \
      models also have `probability`, FP32 [batch], as in /predictions for windows without `regime`.

      Each tensor is a list of numbers, flat or nested, or, with `binary_data_size`, binary data \
      behind the JSON, little-endian, in the order of the inputs; then the header \
      `Inference-Header-Content-Length` gives the length of the JSON. `binary_data_output` of the \
      request and `binary_data` of an output ask for answers of the same form.""";

  @Inference("infer")
  void infer(
      @ModelName String name,
      @Parameter(hidden = true) HttpServletRequest request,
      @Parameter(hidden = true) HttpServletResponse response)
      throws IOException;

  @Inference("inferVersion")
  void inferVersion(
      @ModelName String name,
      @ModelVersion String version,
      @Parameter(hidden = true) HttpServletRequest request,
      @Parameter(hidden = true) HttpServletResponse response)
      throws IOException;

  /** Describes the inference, with or without a version in the path. */
  @Operation(
      summary = "Compute the logits of windows that come as tensors",
      description = DESCRIPTION,
      parameters =
          @Parameter(
              name = InferenceBody.HEADER,
              in = ParameterIn.HEADER,
              description = "Bytes of the JSON, where binary data follow it.",
              schema = @Schema(type = "integer", format = "int32", minimum = "1")),
      requestBody =
          @RequestBody(
              required = true,
              content = {
                @Content(
                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                    schema = @Schema(ref = "#/components/schemas/InferenceRequest"),
                    examples = @ExampleObject(name = "json", ref = "#/components/examples/infer")),
                @Content(
                    mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                    schema = @Schema(type = "string", format = "binary"),
                    examples =
                        @ExampleObject(name = "binary", ref = "#/components/examples/infer-binary"))
              }),
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The outputs, in the order in which they were asked for.",
              headers =
                  @Header(
                      name = InferenceBody.HEADER,
                      description = "Bytes of the JSON, where binary data follow it.",
                      schema = @Schema(type = "integer", format = "int32")),
              content = {
                @Content(
                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                    schema = @Schema(ref = "#/components/schemas/InferenceResponse"),
                    examples =
                        @ExampleObject(name = "json", ref = "#/components/examples/infer-200")),
                @Content(
                    mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                    schema = @Schema(type = "string", format = "binary"),
                    examples =
                        @ExampleObject(
                            name = "binary",
                            ref = "#/components/examples/infer-binary-200"))
              }))
  @Problems({Problem.BAD_REQUEST, Problem.MALFORMED_JSON, Problem.UNKNOWN_MODEL})
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Inference {

    /** Id of the operation. */
    @AliasFor(annotation = Operation.class, attribute = "operationId")
    String value();
  }

  /** Describes the model's name in a path. */
  @Parameter(description = "Name of the model.", example = "maneuver-lstm-daily")
  @Target(ElementType.PARAMETER)
  @Retention(RetentionPolicy.RUNTIME)
  @interface ModelName {}

  /** Describes the model's version in a path. */
  @Parameter(description = "Version of the model.", example = "1.1.0")
  @Target(ElementType.PARAMETER)
  @Retention(RetentionPolicy.RUNTIME)
  @interface ModelVersion {}
}

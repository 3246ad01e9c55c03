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

/** OpenAPI documentation of inference. */
@Tag(
    name = InferenceApi.TAG,
    description =
        "Version 2 of the inference protocol of KServe and Triton. Errors have the form"
            + " `{\"error\": message}`.")
interface InferenceApi {

  String TAG = "Open Inference Protocol";
  String DESCRIPTION =
      """
      Inputs:
      - `x`, FP32 [batch, steps, channels]: the windows, in the units of the model's feature schema. \
      A missing number is NaN (in JSON null); a step without data has only NaN.
      - `lengths`, INT64 [batch], optional: the number of steps of each window; the steps after it \
      are ignored. Windows of a daily model have exactly 30 or 60 steps.

      Outputs:
      - `logit`, FP32 [batch]: the raw output of the network, before calibration; NaN (in JSON null) \
      if the network failed on the window.
      - `probability`, FP32 [batch], daily models only: calibrated, 0 to 1, as in /predictions for \
      windows without `regime`.

      The data of a tensor are a list of numbers, flat or nested. Alternatively, with \
      `binary_data_size`, they are little-endian binary data after the JSON, in the order of the \
      inputs, and the header `Inference-Header-Content-Length` gives the length of the JSON. \
      To receive binary output, set `binary_data_output` in the parameters of the request, or \
      `binary_data` in those of an output.""";

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

  /** Documents inference, with or without a version in the path. */
  @Operation(
      summary = "Compute the logits of windows sent as tensors",
      description = DESCRIPTION,
      parameters =
          @Parameter(
              name = InferenceBody.HEADER,
              in = ParameterIn.HEADER,
              description = "Length of the JSON in bytes, if binary data follow it.",
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
              description = "The outputs, in the order in which they were requested.",
              headers =
                  @Header(
                      name = InferenceBody.HEADER,
                      description = "Length of the JSON in bytes, if binary data follow it.",
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

  /** Documents the model's name in a path. */
  @Parameter(description = "Name of the model.", example = "maneuver-lstm-daily")
  @Target(ElementType.PARAMETER)
  @Retention(RetentionPolicy.RUNTIME)
  @interface ModelName {}

  /** Documents the model's version in a path. */
  @Parameter(description = "Version of the model.", example = "1.1.0")
  @Target(ElementType.PARAMETER)
  @Retention(RetentionPolicy.RUNTIME)
  @interface ModelVersion {}
}

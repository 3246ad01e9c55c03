package space.maneuver.web.oip;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** OpenAPI documentation of the service, as seen by the protocol. */
@Tag(name = InferenceApi.TAG)
interface ServerApi {

  String HEALTH = "#/components/schemas/ServerHealth";

  @Operation(
      operationId = "getServerMetadata",
      summary = "Describe the service, its version and its protocol extensions",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The service.",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(ref = "#/components/schemas/ServerMetadata"),
                      examples =
                          @ExampleObject(
                              name = "server",
                              ref = "#/components/examples/getServerMetadata-200"))))
  ServerMetadata getServerMetadata();

  /** Documented with {@code getServerMetadata}. */
  @Hidden
  ServerMetadata getServerMetadataWithSlash();

  @Operation(
      operationId = "getServerLive",
      summary = "Check whether the service is alive",
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "The service is alive.",
            content =
                @Content(
                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                    schema = @Schema(ref = HEALTH),
                    examples = @ExampleObject(name = "live", value = "{\"live\":true}"))),
        @ApiResponse(
            responseCode = "503",
            description = "The service is broken and should be restarted.",
            content =
                @Content(
                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                    schema = @Schema(ref = HEALTH),
                    examples = @ExampleObject(name = "broken", value = "{\"live\":false}")))
      })
  ResponseEntity<Map<String, Boolean>> getServerLive();

  @Operation(
      operationId = "getServerReady",
      summary = "Check whether the service accepts requests",
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "The service is ready: its models are loaded and warm.",
            content =
                @Content(
                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                    schema = @Schema(ref = HEALTH),
                    examples =
                        @ExampleObject(name = "ready", value = "{\"live\":true,\"ready\":true}"))),
        @ApiResponse(
            responseCode = "503",
            description = "The service is starting up or shutting down.",
            content =
                @Content(
                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                    schema = @Schema(ref = HEALTH),
                    examples =
                        @ExampleObject(
                            name = "unready",
                            value = "{\"live\":true,\"ready\":false}")))
      })
  ResponseEntity<Map<String, Boolean>> getServerReady();
}

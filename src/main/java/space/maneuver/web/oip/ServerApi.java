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

/** How the API describes the service as the protocol sees it. */
@Tag(name = InferenceApi.TAG)
interface ServerApi {

  String HEALTH = "#/components/schemas/ServerHealth";

  @Operation(
      operationId = "getServerMetadata",
      summary = "Name the service, its version and its extensions of the protocol",
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

  /** Described with {@code getServerMetadata}. */
  @Hidden
  ServerMetadata getServerMetadataBehindSlash();

  @Operation(
      operationId = "getServerLive",
      summary = "Tell whether the service lives",
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "It does.",
            content =
                @Content(
                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                    schema = @Schema(ref = HEALTH),
                    examples = @ExampleObject(name = "live", value = "{\"live\":true}"))),
        @ApiResponse(
            responseCode = "503",
            description = "It does not.",
            content =
                @Content(
                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                    schema = @Schema(ref = HEALTH),
                    examples = @ExampleObject(name = "broken", value = "{\"live\":false}")))
      })
  ResponseEntity<Map<String, Boolean>> getServerLive();

  @Operation(
      operationId = "getServerReady",
      summary = "Tell whether the service takes requests",
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "All models are warm.",
            content =
                @Content(
                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                    schema = @Schema(ref = HEALTH),
                    examples =
                        @ExampleObject(name = "ready", value = "{\"live\":true,\"ready\":true}"))),
        @ApiResponse(
            responseCode = "503",
            description = "Not yet, or not any more.",
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

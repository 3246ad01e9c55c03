package space.maneuver.web.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.async.DeferredResult;
import space.maneuver.web.catalogue.ChangeController.ChangesResponse;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.Problems;

/** OpenAPI documentation of the feed of changes. */
@Tag(name = "Maneuvers")
interface ChangeApi {

  String TYPES =
      "Types of changes, separated by commas: `maneuver.reported`, `maneuver.updated`,"
          + " `maneuver.confirmed`, `maneuver.withdrawn`, `object.deleted`. The default is all.";
  String BACKFILL =
      "Whether to include the changes of maneuvers that were more than 30 days older than their"
          + " object's newest element set when they were first found, as when an archive is stored.";
  String CONFIDENCE = "Only changes of maneuvers with at least this confidence, 0 to 1.";

  @Operation(
      operationId = "listChanges",
      summary = "Read what changed",
      description =
          "The changes of maneuvers in the order of their numbers. Numbers become visible in"
              + " ascending order: whoever has read up to a number never finds a lower one later."
              + " Without `after`, the answer has no changes, and `last` is where the feed is"
              + " now; with 0, it has all that is kept.",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "Changes, and where to go on.",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(ref = "#/components/schemas/Changes"),
                      examples =
                          @ExampleObject(
                              name = "changes",
                              ref = "#/components/examples/listChanges"))))
  @Problems({
    Problem.UNKNOWN_WATCHLIST,
    Problem.CHANGES_GONE,
    Problem.UNKNOWN_SEQUENCE,
    Problem.NO_STORE,
    Problem.STORE_UNAVAILABLE
  })
  DeferredResult<ChangesResponse> listChanges(
      @Parameter(description = "The `last` of the answer before.", example = "0") @Min(0)
          @Nullable Long after,
      @Parameter(
              description = "How long to wait for a change if there is none yet, 0 to 30 s.",
              example = "0")
          @Min(0)
          @Max(30)
          int wait,
      @Parameter(description = ManeuverApi.OBJECTS, example = ManeuverApi.OBJECTS_EXAMPLE)
          @Nullable String noradId,
      @Parameter(description = ManeuverApi.KINDS, example = "burn") @Nullable String kinds,
      @Parameter(description = TYPES, example = "maneuver.reported") @Nullable String types,
      @Parameter(description = CONFIDENCE, example = "0.5") @DecimalMin("0") @DecimalMax("1")
          @Nullable Double minConfidence,
      @Parameter(description = BACKFILL, example = "true") boolean backfill,
      @Parameter(description = "Maximum number of changes, 1 to 1,000.", example = "100")
          @Min(1)
          @Max(1000)
          int limit,
      @Parameter(description = ManeuverApi.WATCHLIST) @Nullable String watchlist);

  @Operation(
      operationId = "streamChanges",
      summary = "Follow what changes",
      description =
          "Server-sent events without end: `id` is the number of a change, `event` its type, `data`"
              + " the change. A comment every 15 s shows that the stream is alive. It ends when the"
              + " service stops, or when its reader falls 1,000 changes behind; a reader who"
              + " reconnects with the header Last-Event-ID misses nothing.",
      parameters =
          @Parameter(
              name = "Last-Event-ID",
              in = ParameterIn.HEADER,
              description = "Number of the last change that was received; goes before `after`.",
              schema = @Schema(type = "string"),
              example = "0"),
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "Changes, one event each.",
              content =
                  @Content(
                      mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                      schema = @Schema(ref = "#/components/schemas/ChangeEvents"),
                      examples =
                          @ExampleObject(
                              name = "changes",
                              ref = "#/components/examples/streamChanges"))))
  @Problems({
    Problem.UNKNOWN_WATCHLIST,
    Problem.CHANGES_GONE,
    Problem.UNKNOWN_SEQUENCE,
    Problem.NO_STORE,
    Problem.STORE_UNAVAILABLE,
    Problem.TOO_MANY_STREAMS
  })
  void streamChanges(
      @Parameter(
              description = "Number of the last change that is known; without it, from now on.",
              example = "0")
          @Min(0)
          @Nullable Long after,
      @Parameter(description = ManeuverApi.OBJECTS, example = ManeuverApi.OBJECTS_EXAMPLE)
          @Nullable String noradId,
      @Parameter(description = ManeuverApi.KINDS, example = "burn") @Nullable String kinds,
      @Parameter(description = TYPES, example = "maneuver.reported") @Nullable String types,
      @Parameter(description = CONFIDENCE, example = "0.5") @DecimalMin("0") @DecimalMax("1")
          @Nullable Double minConfidence,
      @Parameter(description = BACKFILL, example = "true") boolean backfill,
      @Parameter(description = ManeuverApi.WATCHLIST) @Nullable String watchlist,
      @Parameter(hidden = true) HttpServletRequest request,
      @Parameter(hidden = true) HttpServletResponse response)
      throws IOException;
}

package space.maneuver.web.watchlists;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import space.maneuver.catalogue.KeptWatchLists.WatchList;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.Problems;
import space.maneuver.web.watchlists.WatchListController.WatchListsResponse;

/** OpenAPI documentation of the watch lists. */
@Tag(
    name = "Watch lists",
    description = "Objects to watch, to which lists and the feed can be limited.")
interface WatchListApi {

  String NAME = "Name of the watch list: 1 to 64 letters, digits, dots, hyphens and underscores.";
  String EXAMPLE = "altimeters";

  @Operation(
      operationId = "listWatchLists",
      summary = "List the watch lists",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "All of them.",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(ref = "#/components/schemas/WatchLists"),
                      examples =
                          @ExampleObject(
                              name = "watch lists",
                              ref = "#/components/examples/listWatchLists"))))
  @Problems({Problem.NO_STORE, Problem.STORE_UNAVAILABLE})
  WatchListsResponse listWatchLists();

  @Operation(
      operationId = "getWatchList",
      summary = "Describe a watch list",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The watch list.",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(ref = "#/components/schemas/WatchList"),
                      examples =
                          @ExampleObject(
                              name = "watch list",
                              ref = "#/components/examples/putWatchList"))))
  @Problems({Problem.UNKNOWN_WATCHLIST, Problem.NO_STORE, Problem.STORE_UNAVAILABLE})
  WatchList getWatchList(@Parameter(description = NAME, example = EXAMPLE) String name);

  @Operation(
      operationId = "putWatchList",
      summary = "Add or replace a watch list",
      description =
          "The list holds the union of the objects named, those in the regimes, and those that the"
              + " query finds.",
      extensions =
          @Extension(
              properties =
                  @ExtensionProperty(
                      name = "x-codegen-request-body-name",
                      value = "watchListDefinition")),
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "The watch list, in place of the one of this name.",
            content =
                @Content(
                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                    schema = @Schema(ref = "#/components/schemas/WatchList"),
                    examples =
                        @ExampleObject(
                            name = "watch list",
                            ref = "#/components/examples/putWatchList"))),
        @ApiResponse(
            responseCode = "201",
            description = "The watch list; there was none of this name.",
            content =
                @Content(
                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                    schema = @Schema(ref = "#/components/schemas/WatchList"),
                    examples =
                        @ExampleObject(
                            name = "watch list",
                            ref = "#/components/examples/putWatchList")))
      })
  @RequestBody(
      description = "What the list holds.",
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/WatchListDefinition"),
              examples =
                  @ExampleObject(
                      name = "two objects",
                      ref = "#/components/examples/watchListDefinition")))
  @Problems({
    Problem.MALFORMED_JSON,
    Problem.INVALID_WATCHLIST,
    Problem.TOO_MANY_WATCHLISTS,
    Problem.NO_STORE,
    Problem.STORE_UNAVAILABLE
  })
  ResponseEntity<WatchList> putWatchList(
      @Parameter(description = NAME, example = EXAMPLE) String name,
      @Parameter(hidden = true) HttpServletRequest request)
      throws IOException;

  @Operation(
      operationId = "deleteWatchList",
      summary = "Remove a watch list",
      description = "Its objects stay in the catalogue.",
      responses = @ApiResponse(responseCode = "204", description = "The watch list is removed."))
  @Problems({Problem.UNKNOWN_WATCHLIST, Problem.NO_STORE, Problem.STORE_UNAVAILABLE})
  void deleteWatchList(@Parameter(description = NAME, example = EXAMPLE) String name);
}

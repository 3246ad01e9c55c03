package space.maneuver.web.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import space.maneuver.catalogue.CatalogueObject;
import space.maneuver.web.catalogue.ObjectController.ObjectsResponse;
import space.maneuver.web.elements.ElementSetTypes;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.Problems;

/** OpenAPI documentation of the objects of the catalogue. */
@Tag(name = "Catalogue", description = "The kept catalogue: element sets and objects.")
interface ObjectApi {

  String NUMBER = "Catalogue number of the object.";
  String EXAMPLE = "80000";

  @Operation(
      operationId = "listObjects",
      summary = "List the objects of the catalogue",
      description =
          "An object that does not change while the pages are read is on exactly one of them.",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "A page of objects.",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(ref = "#/components/schemas/CatalogueObjects"),
                      examples =
                          @ExampleObject(
                              name = "objects",
                              ref = "#/components/examples/listObjects-200"))))
  @Problems({
    Problem.INVALID_CURSOR,
    Problem.UNKNOWN_WATCHLIST,
    Problem.NO_STORE,
    Problem.STORE_UNAVAILABLE
  })
  ObjectsResponse listObjects(
      @Parameter(
              description =
                  "Only objects with this in their name or international designator, or with this"
                      + " catalogue number; upper and lower case are alike.",
              example = "simulated")
          @Size(max = 80)
          @Nullable String query,
      @Parameter(
              description =
                  "Only objects in these orbit regimes, separated by commas: `LEO`, `MEO`, `GEO`,"
                      + " `HEO`.",
              example = "LEO")
          @Nullable String regime,
      @Parameter(
              description =
                  "Order of the list: `noradId` (default), `name`, `-lastEpoch`, `-lastManeuver` or"
                      + " `-probability30Days`; a minus means descending, and objects without the"
                      + " value then come last. Equal ones are in the order of their numbers.",
              example = "-lastEpoch")
          @Nullable String sort,
      @Parameter(
              description = "Maximum number of objects on the page, 1 to 1,000.",
              example = "100")
          @Min(1)
          @Max(1000)
          int limit,
      @Parameter(
              description =
                  "The `next` of the page before. It carries filters and order, which need not be"
                      + " repeated, and must not differ.")
          @Nullable String cursor,
      @Parameter(description = "Only objects on the watch list of this name.")
          @Nullable String watchlist);

  @Operation(
      operationId = "getObject",
      summary = "Describe an object of the catalogue",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The object.",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(ref = "#/components/schemas/CatalogueObject"),
                      examples =
                          @ExampleObject(
                              name = "object",
                              ref = "#/components/examples/getObject-200"))))
  @Problems({Problem.UNKNOWN_OBJECT, Problem.NO_STORE, Problem.STORE_UNAVAILABLE})
  CatalogueObject getObject(
      @Parameter(description = NUMBER, example = EXAMPLE, schema = @Schema(type = "integer"))
          String noradId);

  @Operation(
      operationId = "deleteObject",
      summary = "Remove an object and its element sets",
      responses = @ApiResponse(responseCode = "204", description = "The object is removed."))
  @Problems({Problem.UNKNOWN_OBJECT, Problem.NO_STORE, Problem.STORE_UNAVAILABLE})
  void deleteObject(
      @Parameter(description = NUMBER, example = EXAMPLE, schema = @Schema(type = "integer"))
          String noradId);

  @Operation(
      operationId = "listElementSets",
      summary = "List the element sets of an object",
      description =
          "Those that count, one of each epoch, in order of epoch, with the digits that were"
              + " published; a TLE is rounded where it has no room for them. As TLE only objects"
              + " with numbers up to 339999, and without element sets that the format cannot"
              + " represent.",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The element sets.",
              content = {
                @Content(
                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                    schema = @Schema(ref = "#/components/schemas/GpRecords"),
                    examples =
                        @ExampleObject(
                            name = "GP data",
                            ref = "#/components/examples/listElementSets-200")),
                @Content(
                    mediaType = MediaType.TEXT_PLAIN_VALUE,
                    schema = @Schema(ref = "#/components/schemas/TwoLineElements"),
                    examples =
                        @ExampleObject(
                            name = "two-line elements",
                            ref = "#/components/examples/listElementSets-tle-200")),
                @Content(
                    mediaType = ElementSetTypes.CSV,
                    schema = @Schema(ref = "#/components/schemas/GpTable"),
                    examples =
                        @ExampleObject(
                            name = "GP data",
                            ref = "#/components/examples/listElementSets-csv-200"))
              }))
  @Problems({Problem.UNKNOWN_OBJECT, Problem.NO_STORE, Problem.STORE_UNAVAILABLE})
  void listElementSets(
      @Parameter(description = NUMBER, example = EXAMPLE, schema = @Schema(type = "integer"))
          String noradId,
      @Parameter(description = "Earliest epoch.", example = "2010-03-01T00:00:00Z")
          @Nullable String from,
      @Parameter(
              description = "Epoch at which the range ends; it is not included itself.",
              example = "2010-03-04T00:00:00Z")
          @Nullable String to,
      @Parameter(
              description = "`json` (default), `tle` or `csv`; goes before the header Accept.",
              example = "json")
          @Nullable String format,
      @Parameter(hidden = true) HttpServletRequest request,
      @Parameter(hidden = true) HttpServletResponse response)
      throws IOException;
}

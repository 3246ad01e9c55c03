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
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import space.maneuver.exchange.CatalogueManeuver;
import space.maneuver.web.catalogue.ManeuverController.RevisionsResponse;
import space.maneuver.web.elements.ElementSetTypes;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.Problems;

/** OpenAPI documentation of the maneuvers of the catalogue. */
@Tag(name = "Maneuvers", description = "The maneuvers of the kept catalogue, and their changes.")
interface ManeuverApi {

  String ID = "Id of the maneuver.";
  String EXAMPLE = "1";
  String OBJECTS =
      "Only those of these objects: catalogue numbers, separated by commas, at most 100.";
  String OBJECTS_EXAMPLE = "80000";
  String WATCHLIST = "Only those of objects on the watch list of this name.";
  String KINDS =
      "Kinds of maneuvers, separated by commas: `burn`, `continuous-thrust`, `anomaly`,"
          + " `drag-change`; or `all`. The default is all but `drag-change`.";

  @Operation(
      operationId = "listManeuvers",
      summary = "List the maneuvers of the catalogue",
      description =
          "What the searches of the catalogue have found so far. A maneuver keeps its id while later"
              + " element sets correct it. A maneuver that does not change while the pages are read"
              + " is on exactly one of them. All formats but JSON have all of them at once.",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "A page of maneuvers, or the whole table.",
              content = {
                @Content(
                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                    schema = @Schema(ref = "#/components/schemas/CatalogueManeuvers"),
                    examples =
                        @ExampleObject(
                            name = "maneuvers",
                            ref = "#/components/examples/listManeuvers")),
                @Content(
                    mediaType = ElementSetTypes.CSV,
                    schema = @Schema(ref = "#/components/schemas/ManeuverTable"),
                    examples =
                        @ExampleObject(
                            name = "maneuvers",
                            ref = "#/components/examples/listManeuvers-csv")),
                @Content(
                    mediaType = ElementSetTypes.XML,
                    schema = @Schema(ref = "#/components/schemas/OrbitComprehensiveMessages"),
                    examples =
                        @ExampleObject(
                            name = "OCM",
                            ref = "#/components/examples/listManeuvers-ocm")),
                @Content(
                    mediaType = ElementSetTypes.TEXT,
                    schema = @Schema(ref = "#/components/schemas/OrbitComprehensiveMessage"),
                    examples =
                        @ExampleObject(
                            name = "OCM",
                            ref = "#/components/examples/listManeuvers-kvn"))
              }))
  @Problems({
    Problem.INVALID_CURSOR,
    Problem.UNKNOWN_WATCHLIST,
    Problem.NO_STORE,
    Problem.STORE_UNAVAILABLE
  })
  void listManeuvers(
      @Parameter(description = OBJECTS, example = OBJECTS_EXAMPLE) @Nullable String noradId,
      @Parameter(
              description =
                  "Only those of objects in these orbit regimes, separated by commas: `LEO`, `MEO`,"
                      + " `GEO`, `HEO`.",
              example = "LEO")
          @Nullable String regime,
      @Parameter(description = KINDS, example = "burn") @Nullable String kinds,
      @Parameter(
              description =
                  "Only those with one of these statuses, separated by commas: `provisional`,"
                      + " `confirmed`, `withdrawn`. The default is all but `withdrawn`.",
              example = "confirmed")
          @Nullable String status,
      @Parameter(description = "Minimum confidence, 0 to 1.", example = "0.5")
          @DecimalMin("0")
          @DecimalMax("1")
          @Nullable Double minConfidence,
      @Parameter(description = "Earliest epoch.", example = "2010-01-01T00:00:00Z")
          @Nullable String from,
      @Parameter(
              description = "Epoch at which the range ends; it is not included itself.",
              example = "2011-01-01T00:00:00Z")
          @Nullable String to,
      @Parameter(
              description = "Only those whose latest revision is not older than this.",
              example = "2010-01-01T00:00:00Z")
          @Nullable String updatedSince,
      @Parameter(
              description =
                  "Order of the list: `-epoch` (default), `epoch`, `-updatedAt` or `noradId`; a minus"
                      + " means descending. Equal ones are in the order of their ids. An OCM is by"
                      + " object.",
              example = "-epoch")
          @Nullable String sort,
      @Parameter(
              description = "Maximum number of maneuvers on the page, 1 to 1,000.",
              example = "100")
          @Min(1)
          @Max(1000)
          int limit,
      @Parameter(
              description =
                  "The `next` of the page before. It carries filters and order, which need not be"
                      + " repeated, and must not differ.")
          @Nullable String cursor,
      @Parameter(
              description =
                  "`json` (default), `csv`, `ocm` (CCSDS Orbit Comprehensive Messages in NDM/XML,"
                      + " one an object; with one `noradId` and text/plain in the header Accept, one"
                      + " message in lines) or `udl` (an array of maneuver records of the Unified"
                      + " Data Library). Goes before the header Accept.",
              example = "json")
          @Nullable String format,
      @Parameter(description = WATCHLIST) @Nullable String watchlist,
      @Parameter(hidden = true) HttpServletRequest request,
      @Parameter(hidden = true) HttpServletResponse response)
      throws IOException;

  @Operation(
      operationId = "getManeuver",
      summary = "Describe a maneuver of the catalogue",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The maneuver.",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(ref = "#/components/schemas/CatalogueManeuver"),
                      examples =
                          @ExampleObject(
                              name = "maneuver",
                              ref = "#/components/examples/getManeuver"))))
  @Problems({Problem.UNKNOWN_MANEUVER, Problem.NO_STORE, Problem.STORE_UNAVAILABLE})
  CatalogueManeuver getManeuver(
      @Parameter(
              description = ID,
              example = EXAMPLE,
              schema = @Schema(type = "integer", format = "int64"))
          String id);

  @Operation(
      operationId = "listManeuverRevisions",
      summary = "List what was told of a maneuver",
      description =
          "A revision is made when kind, type or status changes, the epoch moves by more than half of"
              + " its interval, the delta-v by more than two of its standard deviations, or the"
              + " confidence by more than 0.2 or across the model's threshold. Smaller corrections"
              + " replace the figures of the maneuver without a revision.",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The revisions, the first one first.",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(ref = "#/components/schemas/ManeuverRevisions"),
                      examples =
                          @ExampleObject(
                              name = "revisions",
                              ref = "#/components/examples/listManeuverRevisions"))))
  @Problems({Problem.UNKNOWN_MANEUVER, Problem.NO_STORE, Problem.STORE_UNAVAILABLE})
  RevisionsResponse listRevisions(
      @Parameter(
              description = ID,
              example = EXAMPLE,
              schema = @Schema(type = "integer", format = "int64"))
          String id);
}

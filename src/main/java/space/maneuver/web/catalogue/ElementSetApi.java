package space.maneuver.web.catalogue;

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
import space.maneuver.web.catalogue.ElementSetUpload.StoredElementSets;
import space.maneuver.web.elements.ElementSetTypes;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.Problems;

/** OpenAPI documentation of the intake of element sets. */
@Tag(name = "Catalogue", description = "The kept catalogue: element sets and objects.")
interface ElementSetApi {

  @Operation(
      operationId = "storeElementSets",
      summary = "Store element sets in the catalogue",
      description =
          "Takes element sets of any objects, in any order, and answers once those that are new are"
              + " durable. An element set is known if its object, epoch and elements are, whatever"
              + " the format; sending it again is safe and changes nothing. Of several with one"
              + " epoch, the one with the latest CREATION_DATE counts, else the one with the highest"
              + " element number, else the one that first arrived last. A record that cannot be used"
              + " is listed under `rejected` and does not affect the others. A document is stored"
              + " after all of it was read, in batches; NDJSON, a GP record a line, may have no end"
              + " and is stored as it arrives. The search for maneuvers follows; `searchedThrough`"
              + " of an object tells how far it has come.",
      extensions =
          @Extension(
              properties =
                  @ExtensionProperty(name = "x-codegen-request-body-name", value = "elementSets")),
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The element sets are stored.",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(ref = "#/components/schemas/StoredElementSets"),
                      examples =
                          @ExampleObject(
                              name = "stored",
                              ref = "#/components/examples/storeElementSets-200"))))
  @RequestBody(
      description =
          "Element sets of one or more objects, in any order. Without a specific content type, the"
              + " format is recognized from the content.",
      required = true,
      content = {
        @Content(
            mediaType = ElementSetTypes.TEXT,
            schema = @Schema(ref = "#/components/schemas/TwoLineElements"),
            examples =
                @ExampleObject(
                    name = "two-line elements",
                    ref = "#/components/examples/elementSets-tle")),
        @Content(
            mediaType = ElementSetTypes.JSON,
            schema = @Schema(ref = "#/components/schemas/GpRecords"),
            examples =
                @ExampleObject(name = "GP data", ref = "#/components/examples/elementSets-gp")),
        @Content(
            mediaType = ElementSetTypes.CSV,
            schema = @Schema(ref = "#/components/schemas/GpTable"),
            examples =
                @ExampleObject(name = "GP data", ref = "#/components/examples/elementSets-csv")),
        @Content(
            mediaType = ElementSetTypes.XML,
            schema = @Schema(ref = "#/components/schemas/OrbitMeanElementsMessages"),
            examples = @ExampleObject(name = "OMM", ref = "#/components/examples/elementSets-omm")),
        @Content(
            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
            schema = @Schema(ref = "#/components/schemas/GpRecordLines"),
            examples =
                @ExampleObject(
                    name = "GP data, a record a line",
                    ref = "#/components/examples/elementSets-lines"))
      })
  @Problems({
    Problem.UNREADABLE_INPUT,
    Problem.TOO_MANY_ELEMENT_SETS,
    Problem.NO_USABLE_ELEMENT_SET,
    Problem.NO_STORE,
    Problem.STORE_UNAVAILABLE
  })
  StoredElementSets storeElementSets(@Parameter(hidden = true) HttpServletRequest request)
      throws IOException;
}

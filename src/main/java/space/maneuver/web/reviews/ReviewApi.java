package space.maneuver.web.reviews;

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
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import space.maneuver.catalogue.maneuvers.Review;
import space.maneuver.exchange.CatalogueManeuver;
import space.maneuver.web.elements.ElementSetTypes;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.Problems;

/** OpenAPI documentation of the reviews. */
@Tag(name = "Reviews", description = "What analysts judged of maneuvers, and of what was missed.")
interface ReviewApi {

  String MANEUVER = "Id of the maneuver.";
  String MANEUVER_EXAMPLE = "1";

  @Operation(
      operationId = "reviewManeuver",
      summary = "Judge a maneuver",
      description =
          "Gives a maneuver a verdict, in place of the one that it has. Without `start` and `end`,"
              + " the verdict is on the interval from `earliest` to `latest`. The maneuver gets a"
              + " revision, which the feed tells with the reason `review`; saying the same again"
              + " changes nothing. A maneuver that is judged a burn is never withdrawn; one that was"
              + " withdrawn comes back.",
      extensions =
          @Extension(
              properties =
                  @ExtensionProperty(
                      name = "x-codegen-request-body-name",
                      value = "maneuverVerdict")),
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The maneuver with its review.",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(ref = "#/components/schemas/CatalogueManeuver"),
                      examples =
                          @ExampleObject(
                              name = "maneuver",
                              ref = "#/components/examples/reviewManeuver"))))
  @RequestBody(
      description = "The verdict.",
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/ManeuverVerdict"),
              examples =
                  @ExampleObject(name = "burn", ref = "#/components/examples/maneuverVerdict")))
  @Problems({
    Problem.MALFORMED_JSON,
    Problem.INVALID_REVIEW,
    Problem.UNKNOWN_MANEUVER,
    Problem.NO_STORE,
    Problem.STORE_UNAVAILABLE
  })
  CatalogueManeuver reviewManeuver(
      @Parameter(
              description = MANEUVER,
              example = MANEUVER_EXAMPLE,
              schema = @Schema(type = "integer", format = "int64"))
          String id,
      @Parameter(hidden = true) HttpServletRequest request)
      throws IOException;

  @Operation(
      operationId = "takeBackReview",
      summary = "Take back the verdict on a maneuver",
      description =
          "Does nothing if there is none. A maneuver that no search has found meanwhile stays until"
              + " one searches its time again, because of new element sets there or a new model.",
      responses = @ApiResponse(responseCode = "204", description = "The maneuver has no review."))
  @Problems({Problem.UNKNOWN_MANEUVER, Problem.NO_STORE, Problem.STORE_UNAVAILABLE})
  void takeBackReview(
      @Parameter(
              description = MANEUVER,
              example = MANEUVER_EXAMPLE,
              schema = @Schema(type = "integer", format = "int64"))
          String id);

  @Operation(
      operationId = "addReview",
      summary = "Report a missed burn, or a quiet stretch",
      description =
          "Judges a stretch of an object's history: there was a burn in it that was not found, or"
              + " there was none.",
      extensions =
          @Extension(
              properties =
                  @ExtensionProperty(
                      name = "x-codegen-request-body-name",
                      value = "stretchVerdict")),
      responses =
          @ApiResponse(
              responseCode = "201",
              description = "The review.",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(ref = "#/components/schemas/Review"),
                      examples =
                          @ExampleObject(
                              name = "quiet stretch",
                              ref = "#/components/examples/addReview"))))
  @RequestBody(
      description = "The verdict.",
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/StretchVerdict"),
              examples =
                  @ExampleObject(
                      name = "quiet stretch",
                      ref = "#/components/examples/stretchVerdict")))
  @Problems({
    Problem.MALFORMED_JSON,
    Problem.INVALID_REVIEW,
    Problem.UNKNOWN_OBJECT,
    Problem.NO_STORE,
    Problem.STORE_UNAVAILABLE
  })
  Review addReview(@Parameter(hidden = true) HttpServletRequest request) throws IOException;

  @Operation(
      operationId = "listReviews",
      summary = "List the reviews",
      description = "All of them, in the order of their ids; the response is streamed.",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The reviews.",
              content = {
                @Content(
                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                    schema = @Schema(ref = "#/components/schemas/Reviews"),
                    examples =
                        @ExampleObject(
                            name = "reviews",
                            ref = "#/components/examples/listReviews")),
                @Content(
                    mediaType = ElementSetTypes.CSV,
                    schema = @Schema(ref = "#/components/schemas/ReviewTable"),
                    examples =
                        @ExampleObject(
                            name = "reviews",
                            ref = "#/components/examples/listReviews-csv"))
              }))
  @Problems({Problem.NO_STORE, Problem.STORE_UNAVAILABLE})
  void listReviews(
      @Parameter(
              description =
                  "Only those of these objects: catalogue numbers, separated by commas, at most"
                      + " 100.",
              example = "80000")
          @Nullable String noradId,
      @Parameter(
              description = "`json` (default) or `csv`; goes before the header Accept.",
              example = "json")
          @Nullable String format,
      @Parameter(hidden = true) HttpServletRequest request,
      @Parameter(hidden = true) HttpServletResponse response)
      throws IOException;

  @Operation(
      operationId = "deleteReview",
      summary = "Remove a review",
      description = "Of a stretch, or of a maneuver, which then has none.",
      responses = @ApiResponse(responseCode = "204", description = "The review is removed."))
  @Problems({Problem.UNKNOWN_REVIEW, Problem.NO_STORE, Problem.STORE_UNAVAILABLE})
  void deleteReview(
      @Parameter(
              description = "Id of the review.",
              example = "1",
              schema = @Schema(type = "integer", format = "int64"))
          String id);
}

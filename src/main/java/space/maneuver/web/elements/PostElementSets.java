package space.maneuver.web.elements;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * A POST request whose body holds element sets: the media types it may have, and its OpenAPI
 * documentation.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RequestMapping(
    method = RequestMethod.POST,
    consumes = {
      ElementSetTypes.TEXT,
      ElementSetTypes.JSON,
      ElementSetTypes.CSV,
      ElementSetTypes.XML,
      ElementSetTypes.UNNAMED,
      ElementSetTypes.FORM
    })
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
          examples = @ExampleObject(name = "OMM", ref = "#/components/examples/elementSets-omm"))
    })
public @interface PostElementSets {

  /** Media types of the response. */
  @AliasFor(annotation = RequestMapping.class, attribute = "produces")
  String[] produces();
}

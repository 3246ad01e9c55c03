package space.maneuver.web.elements;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import space.maneuver.orbit.format.ElementSetFormat;

/** The media types in which element sets come, and the formats that they name. */
final class ElementSetTypes {

  /** Two-line elements or OMM's keyword form: the content shows which. */
  static final String TEXT = MediaType.TEXT_PLAIN_VALUE;

  static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  static final String CSV = "text/csv";
  static final String XML = MediaType.APPLICATION_XML_VALUE;

  /** What callers send who name no type: the content shows the format. */
  static final String UNNAMED = MediaType.APPLICATION_OCTET_STREAM_VALUE;

  /**
   * What curl calls any data. The charset, which requests may leave out, keeps springdoc from
   * taking the parameters of the query for fields of a form.
   */
  static final String FORM = MediaType.APPLICATION_FORM_URLENCODED_VALUE + ";charset=UTF-8";

  private static final Map<String, ElementSetFormat> FORMATS =
      Map.of(
          JSON, ElementSetFormat.GP_JSON,
          CSV, ElementSetFormat.GP_CSV,
          XML, ElementSetFormat.OMM_XML);

  private ElementSetTypes() {}

  /** The format that a type names; null where the content shows it. */
  static @Nullable ElementSetFormat format(@Nullable MediaType type) {
    return type == null ? null : FORMATS.get(type.getType() + '/' + type.getSubtype());
  }
}

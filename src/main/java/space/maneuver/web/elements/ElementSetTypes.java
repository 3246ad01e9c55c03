package space.maneuver.web.elements;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import space.maneuver.orbit.format.ElementSetFormat;

/** The media types of element sets and the formats they stand for. */
public final class ElementSetTypes {

  /** Two-line element sets or OMM in keyword-value notation, told apart by content. */
  public static final String TEXT = MediaType.TEXT_PLAIN_VALUE;

  public static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  public static final String CSV = "text/csv";
  public static final String XML = MediaType.APPLICATION_XML_VALUE;

  /** The type sent by clients that set none; the format is recognized from the content. */
  public static final String UNNAMED = MediaType.APPLICATION_OCTET_STREAM_VALUE;

  /**
   * The type that curl sets on any data. The charset, which requests may omit, keeps springdoc from
   * treating query parameters as form fields.
   */
  public static final String FORM = MediaType.APPLICATION_FORM_URLENCODED_VALUE + ";charset=UTF-8";

  private static final Map<String, ElementSetFormat> FORMATS =
      Map.of(
          JSON, ElementSetFormat.GP_JSON,
          CSV, ElementSetFormat.GP_CSV,
          XML, ElementSetFormat.OMM_XML);

  private ElementSetTypes() {}

  /** The format that a media type stands for; null if it has to be recognized from the content. */
  public static @Nullable ElementSetFormat format(@Nullable MediaType type) {
    return type == null ? null : FORMATS.get(type.getType() + '/' + type.getSubtype());
  }
}

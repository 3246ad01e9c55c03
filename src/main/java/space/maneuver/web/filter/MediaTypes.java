package space.maneuver.web.filter;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** Recognises the media types that a request names, whatever their case and parameters. */
public final class MediaTypes {

  /** All that is read is UTF-8; the others say of ASCII text what it is as well. */
  private static final List<Charset> READ =
      List.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII, StandardCharsets.ISO_8859_1);

  static final String CHARSET_RULE = "charset must be UTF-8, US-ASCII or ISO-8859-1";

  private MediaTypes() {}

  /** The type of the body; null where there is none or it is malformed. */
  public static @Nullable MediaType ofBody(HttpServletRequest request) {
    try {
      String type = request.getContentType();
      return type == null || type.isBlank() ? null : MediaType.parseMediaType(type);
    } catch (InvalidMediaTypeException e) {
      return null;
    }
  }

  /** Whether the body is NDJSON, which has no end that one could wait for. */
  public static boolean hasLines(HttpServletRequest request) {
    MediaType type = ofBody(request);
    return type != null && isLines(type);
  }

  /** Whether a caller would rather have lines than a document. */
  public static boolean prefersLines(HttpServletRequest request) {
    List<MediaType> accepted =
        MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
    MimeTypeUtils.sortBySpecificity(accepted);
    return accepted.stream()
        .filter(type -> type.isCompatibleWith(MediaType.APPLICATION_JSON) || isLines(type))
        .findFirst()
        .filter(MediaTypes::isLines)
        .isPresent();
  }

  /** Whether the body is text in a charset that is read. */
  static boolean hasReadableCharset(HttpServletRequest request) {
    MediaType type = ofBody(request);
    return type == null || type.getCharset() == null || READ.contains(type.getCharset());
  }

  private static boolean isLines(MediaType type) {
    return type.equalsTypeAndSubtype(MediaType.APPLICATION_NDJSON);
  }
}

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

/** Recognizes the media types in a request, regardless of case and parameters. */
public final class MediaTypes {

  /**
   * Bodies are read as UTF-8; the other two are accepted because they agree with it on ASCII text.
   */
  private static final List<Charset> READ =
      List.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII, StandardCharsets.ISO_8859_1);

  static final String CHARSET_RULE = "charset must be UTF-8, US-ASCII or ISO-8859-1";

  private MediaTypes() {}

  /** The content type of the body; null if it is missing or malformed. */
  public static @Nullable MediaType ofBody(HttpServletRequest request) {
    try {
      String type = request.getContentType();
      return type == null || type.isBlank() ? null : MediaType.parseMediaType(type);
    } catch (InvalidMediaTypeException e) {
      return null;
    }
  }

  /** Whether the body is NDJSON, which may be an endless stream. */
  public static boolean hasLines(HttpServletRequest request) {
    MediaType type = ofBody(request);
    return type != null && isLines(type);
  }

  /** Whether the caller prefers NDJSON over a JSON document. */
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

  /** Whether the charset of the body is one that the service reads. */
  static boolean hasReadableCharset(HttpServletRequest request) {
    MediaType type = ofBody(request);
    return type == null || type.getCharset() == null || READ.contains(type.getCharset());
  }

  private static boolean isLines(MediaType type) {
    return type.equalsTypeAndSubtype(MediaType.APPLICATION_NDJSON);
  }
}

package space.maneuver.web.problem;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** The kinds of error of a whole request. Their codes are part of the API. */
public enum Problem {
  INVALID_PARAMETER(HttpStatus.BAD_REQUEST, "A parameter is invalid"),
  INVALID_CURSOR(HttpStatus.BAD_REQUEST, "The cursor is not one of this list"),
  INVALID_REVIEW(HttpStatus.BAD_REQUEST, "The review is invalid"),
  INVALID_WATCHLIST(HttpStatus.BAD_REQUEST, "The watch list is invalid"),
  MALFORMED_JSON(HttpStatus.BAD_REQUEST, "The request body is not valid JSON"),
  MALFORMED_GZIP(HttpStatus.BAD_REQUEST, "The request body is not valid gzip data"),
  UNREADABLE_INPUT(HttpStatus.BAD_REQUEST, "The element sets cannot be read"),
  INCOMPLETE_BODY(HttpStatus.BAD_REQUEST, "The request body is incomplete"),
  BAD_REQUEST(HttpStatus.BAD_REQUEST, "The request is invalid"),
  UNAUTHORIZED(HttpStatus.UNAUTHORIZED, "A valid API key or token is required"),
  FORBIDDEN(HttpStatus.FORBIDDEN, "The caller's role does not allow this"),
  ORIGIN_NOT_ALLOWED(HttpStatus.FORBIDDEN, "The origin is not allowed"),
  UNKNOWN_MODEL(HttpStatus.NOT_FOUND, "Unknown model"),
  UNKNOWN_OBJECT(HttpStatus.NOT_FOUND, "The catalogue has no such object"),
  UNKNOWN_MANEUVER(HttpStatus.NOT_FOUND, "The catalogue has no such maneuver"),
  UNKNOWN_REVIEW(HttpStatus.NOT_FOUND, "The catalogue has no such review"),
  UNKNOWN_WATCHLIST(HttpStatus.NOT_FOUND, "The catalogue has no such watch list"),
  NOT_FOUND(HttpStatus.NOT_FOUND, "There is no resource at this path"),
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "The method is not allowed for this path"),
  NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "None of the accepted media types is available"),
  REQUEST_TIMEOUT(HttpStatus.REQUEST_TIMEOUT, "The request body did not arrive in time"),
  UNKNOWN_SEQUENCE(HttpStatus.CONFLICT, "There is no change with this number yet"),
  TOO_MANY_WATCHLISTS(HttpStatus.CONFLICT, "There are too many watch lists"),
  CHANGES_GONE(HttpStatus.GONE, "The changes are no longer kept"),
  BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The request body is too large"),
  TOO_MANY_WINDOWS(HttpStatus.CONTENT_TOO_LARGE, "Too many windows"),
  TOO_MANY_ELEMENT_SETS(HttpStatus.CONTENT_TOO_LARGE, "Too many element sets"),
  UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The content type is not supported"),
  UNSUPPORTED_ENCODING(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The content encoding is not supported"),
  EXPECTATION_FAILED(HttpStatus.EXPECTATION_FAILED, "The expectation cannot be met"),
  NO_WINDOWS(HttpStatus.UNPROCESSABLE_CONTENT, "The request has no windows"),
  WRONG_MODEL(HttpStatus.UNPROCESSABLE_CONTENT, "The windows were made for another model"),
  NO_USABLE_WINDOW(HttpStatus.UNPROCESSABLE_CONTENT, "None of the windows is usable"),
  NO_USABLE_ELEMENT_SET(HttpStatus.UNPROCESSABLE_CONTENT, "None of the element sets is usable"),
  TOO_MANY_IN_FLIGHT(HttpStatus.TOO_MANY_REQUESTS, "Too many windows in flight for this caller"),
  INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "Internal error"),
  UNSUPPORTED_TRANSFER_ENCODING(
      HttpStatus.NOT_IMPLEMENTED, "The transfer encoding is not supported"),
  NO_STORE(HttpStatus.NOT_IMPLEMENTED, "The service keeps no catalogue"),
  STORE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The store is not available"),
  TOO_MANY_STREAMS(HttpStatus.SERVICE_UNAVAILABLE, "Too many streams are open"),
  OVERLOADED(HttpStatus.SERVICE_UNAVAILABLE, "The service is overloaded"),
  SHUTTING_DOWN(HttpStatus.SERVICE_UNAVAILABLE, "The service is shutting down"),
  IDENTITY_PROVIDER_UNAVAILABLE(
      HttpStatus.SERVICE_UNAVAILABLE, "The identity provider cannot be reached"),
  DEADLINE_EXCEEDED(HttpStatus.GATEWAY_TIMEOUT, "The request deadline was exceeded"),
  UNSUPPORTED_HTTP_VERSION(
      HttpStatus.HTTP_VERSION_NOT_SUPPORTED, "The HTTP version is not supported");

  private final HttpStatus status;
  private final String title;

  Problem(HttpStatus status, String title) {
    this.status = status;
    this.title = title;
  }

  public HttpStatus status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** Returns the stable code, in lower case with hyphens. */
  public String code() {
    return Codes.of(this);
  }

  /** Returns the URI that identifies the kind of problem; it cannot be dereferenced. */
  public URI type() {
    return URI.create("urn:maneuver-detection:problem:" + code());
  }

  /** Converts enum constants to the codes that callers see. */
  static final class Codes {

    private Codes() {}

    static String of(Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}

package space.maneuver.web.problem;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Everything that can be wrong with a whole request. The code of each is part of the interface. */
public enum Problem {
  INVALID_PARAMETER(HttpStatus.BAD_REQUEST, "A parameter is not usable"),
  MALFORMED_JSON(HttpStatus.BAD_REQUEST, "The body is not valid JSON"),
  MALFORMED_GZIP(HttpStatus.BAD_REQUEST, "The body is not valid gzip"),
  UNREADABLE_INPUT(HttpStatus.BAD_REQUEST, "The element sets cannot be read"),
  INCOMPLETE_BODY(HttpStatus.BAD_REQUEST, "The body ended early"),
  BAD_REQUEST(HttpStatus.BAD_REQUEST, "The request is not usable"),
  UNAUTHORIZED(HttpStatus.UNAUTHORIZED, "An API key is needed"),
  ORIGIN_NOT_ALLOWED(HttpStatus.FORBIDDEN, "This origin is not allowed"),
  UNKNOWN_MODEL(HttpStatus.NOT_FOUND, "There is no such model"),
  NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing at this path"),
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "The path has no such method"),
  NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "No answer has the accepted type"),
  REQUEST_TIMEOUT(HttpStatus.REQUEST_TIMEOUT, "The body did not arrive in time"),
  BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large"),
  TOO_MANY_WINDOWS(HttpStatus.CONTENT_TOO_LARGE, "Too many windows"),
  TOO_MANY_ELEMENT_SETS(HttpStatus.CONTENT_TOO_LARGE, "Too many element sets"),
  UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The content type is not supported"),
  UNSUPPORTED_ENCODING(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The encoding is not supported"),
  EXPECTATION_FAILED(HttpStatus.EXPECTATION_FAILED, "The expectation cannot be met"),
  NO_WINDOWS(HttpStatus.UNPROCESSABLE_CONTENT, "There are no windows"),
  WRONG_MODEL(HttpStatus.UNPROCESSABLE_CONTENT, "The windows were made for another model"),
  NO_USABLE_WINDOW(HttpStatus.UNPROCESSABLE_CONTENT, "No window is usable"),
  NO_USABLE_ELEMENT_SET(HttpStatus.UNPROCESSABLE_CONTENT, "No element set is usable"),
  TOO_MANY_IN_FLIGHT(HttpStatus.TOO_MANY_REQUESTS, "Too much at once for this caller"),
  INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "The service failed"),
  UNSUPPORTED_TRANSFER_ENCODING(
      HttpStatus.NOT_IMPLEMENTED, "The transfer encoding is not supported"),
  OVERLOADED(HttpStatus.SERVICE_UNAVAILABLE, "There is too much to do"),
  SHUTTING_DOWN(HttpStatus.SERVICE_UNAVAILABLE, "The service is about to stop"),
  DEADLINE_EXCEEDED(HttpStatus.GATEWAY_TIMEOUT, "The time of the request is over"),
  UNSUPPORTED_HTTP_VERSION(
      HttpStatus.HTTP_VERSION_NOT_SUPPORTED, "The version of HTTP is not supported");

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

  /** Stable, in lower case with hyphens. */
  public String code() {
    return Codes.of(this);
  }

  /** Names the kind of problem; it leads nowhere. */
  public URI type() {
    return URI.create("urn:maneuver-detection:problem:" + code());
  }

  /** Writes constants as callers see them. */
  static final class Codes {

    private Codes() {}

    static String of(Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}

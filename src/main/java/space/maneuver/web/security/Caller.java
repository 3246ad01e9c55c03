package space.maneuver.web.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The holder of an API key or token.
 *
 * @param id what logs and records name the caller by: {@code key NAME} or {@code token SUBJECT}, in
 *     printable ASCII
 * @param role what the caller may do; null: nothing that needs a role
 */
public record Caller(String id, @Nullable Role role) {

  private static final String ATTRIBUTE = Caller.class.getName();

  static Caller ofKey(String name, Role role) {
    return new Caller("key " + name, role);
  }

  static Caller ofToken(String subject, @Nullable Role role) {
    return new Caller("token " + subject, role);
  }

  /**
   * Returns the caller of a request.
   *
   * @return null if the service has no access control, if the path needs none, or if the caller's
   *     key or token is not valid
   */
  public static @Nullable Caller of(HttpServletRequest request) {
    return (Caller) request.getAttribute(ATTRIBUTE);
  }

  /** Makes this the caller of a request. */
  void call(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }
}

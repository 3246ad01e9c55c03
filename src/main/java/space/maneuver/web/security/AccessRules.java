package space.maneuver.web.security;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.OPTIONS;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import space.maneuver.web.Paths;

/**
 * The role that each operation needs, by method and path. What reads needs {@link Role#READ}; what
 * is not listed is taken for a change and needs {@link Role#ADMIN}.
 */
@Component
public final class AccessRules {

  private static final Set<HttpMethod> READING = Set.of(GET, HEAD, OPTIONS);

  /** All operations that are not reading ones. The first that fits counts. */
  private static final List<Rule> RULES =
      List.of(
          // Questions: nothing is kept.
          rule(Role.READ, POST, Paths.PREDICTIONS),
          rule(Role.READ, POST, Paths.DETECTIONS),
          rule(Role.READ, POST, Paths.FEATURES),
          rule(Role.READ, POST, Paths.INFERENCE_MODEL + "/infer"),
          rule(Role.READ, POST, Paths.INFERENCE_MODEL + "/versions/{version}/infer"),
          // The kept catalogue.
          rule(Role.WRITE, POST, Paths.ELEMENT_SETS),
          rule(Role.ADMIN, DELETE, Paths.OBJECTS + "/{noradId}"),
          rule(Role.WRITE, PUT, Paths.MANEUVERS + "/{id}/review"),
          rule(Role.WRITE, DELETE, Paths.MANEUVERS + "/{id}/review"),
          rule(Role.WRITE, POST, Paths.REVIEWS),
          rule(Role.WRITE, DELETE, Paths.REVIEWS + "/{id}"),
          // Watch lists, and subscriptions, of which a caller other than admin sees its own only.
          rule(Role.WRITE, PUT, Paths.WATCHLISTS + "/{name}"),
          rule(Role.WRITE, DELETE, Paths.WATCHLISTS + "/{name}"),
          rule(Role.WRITE, PUT, Paths.API + "/subscriptions/{name}"),
          rule(Role.WRITE, DELETE, Paths.API + "/subscriptions/{name}"),
          rule(Role.WRITE, POST, Paths.API + "/subscriptions/{name}/secret"),
          rule(Role.WRITE, POST, Paths.API + "/subscriptions/{name}/test"),
          rule(Role.WRITE, POST, Paths.API + "/subscriptions/{name}/deliveries/{id}/retry"),
          // Sources.
          rule(Role.WRITE, POST, Paths.API + "/sources/{name}/run"),
          rule(Role.ADMIN, POST, Paths.API + "/sources/{name}/resume"));

  private static final Rule OF_READING = new Rule(Role.READ, null, null);
  private static final Rule OF_UNKNOWN = new Rule(Role.ADMIN, null, null);

  private final String healthPath;

  AccessRules(WebEndpointProperties endpoints) {
    healthPath = endpoints.getBasePath() + "/health";
  }

  /**
   * What a request needs.
   *
   * @param method method of the operations that the rule is for; null: not that of one operation
   * @param path path of the operations that the rule is for; null: not that of one operation
   */
  record Rule(Role role, @Nullable HttpMethod method, @Nullable PathPattern path) {

    /** Whether a request changes what later ones see. */
    boolean changes() {
      return role != Role.READ;
    }

    private boolean fits(String method, PathContainer path) {
      return this.method != null
          && this.path != null
          && this.method.matches(method)
          && this.path.matches(path);
    }
  }

  private static Rule rule(Role role, HttpMethod method, String path) {
    return new Rule(role, method, PathPatternParser.defaultInstance.parse(path));
  }

  /**
   * Returns the role that an operation needs.
   *
   * @param path of the operation, with its variables in braces
   * @return empty if there is no rule for it, so that it needs {@link Role#ADMIN}
   */
  public static Optional<Role> roleOf(HttpMethod method, String path) {
    return READING.contains(method)
        ? Optional.of(Role.READ)
        : listed(method.name(), PathContainer.parsePath(path)).map(Rule::role);
  }

  private static Optional<Rule> listed(String method, PathContainer path) {
    for (Rule rule : RULES) {
      if (rule.fits(method, path)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  /** Returns whether a path needs neither key nor token: health, the page, the API description. */
  public boolean isOpen(String path) {
    return Paths.isAt(healthPath, path)
        || Paths.isBelow(Paths.INFERENCE_HEALTH, path)
        || Paths.isPage(path)
        || Paths.isDescription(path);
  }

  boolean isOpen(HttpServletRequest request) {
    return isOpen(request.getServletPath()) && isNormal(request, pathOf(request));
  }

  static Rule of(HttpServletRequest request) {
    if (READING.contains(HttpMethod.valueOf(request.getMethod()))) {
      return OF_READING;
    }
    PathContainer path = pathOf(request);
    return isNormal(request, path)
        ? listed(request.getMethod(), path).orElse(OF_UNKNOWN)
        : OF_UNKNOWN;
  }

  private static PathContainer pathOf(HttpServletRequest request) {
    RequestPath path =
        ServletRequestPathUtils.hasParsedRequestPath(request)
            ? ServletRequestPathUtils.getParsedRequestPath(request)
            : ServletRequestPathUtils.parseAndCache(request);
    return path.pathWithinApplication();
  }

  /**
   * Whether the path is the same for Spring, which chooses the operation, as for the container,
   * which resolves {@code ..} and {@code //}. No rule fits other paths, so that none can be read as
   * one operation here and as another one there.
   */
  private static boolean isNormal(HttpServletRequest request, PathContainer path) {
    StringBuilder text = new StringBuilder();
    for (PathContainer.Element element : path.elements()) {
      text.append(
          element instanceof PathContainer.PathSegment segment
              ? segment.valueToMatch()
              : element.value());
    }
    return request.getServletPath().contentEquals(text);
  }
}

package space.maneuver.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;

class AccessRulesTest {

  private final AccessRules rules = new AccessRules(new WebEndpointProperties());

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/models, READ",
    "GET, /api/v1/anything, READ",
    "GET, /actuator/prometheus, READ",
    "HEAD, /api/v1/models, READ",
    "OPTIONS, /api/v1/objects/1, READ",
    "POST, /api/v1/predictions, READ",
    "POST, /api/v1/features, READ",
    "POST, /api/v1/detections, READ",
    "POST, /v2/models/a/infer, READ",
    "POST, /v2/models/a/versions/1.0/infer, READ",
    "POST, /api/v1/element-sets, WRITE",
    "PUT, /api/v1/maneuvers/7/review, WRITE",
    "DELETE, /api/v1/maneuvers/7/review, WRITE",
    "POST, /api/v1/reviews, WRITE",
    "DELETE, /api/v1/reviews/7, WRITE",
    "PUT, /api/v1/watchlists/fleet, WRITE",
    "DELETE, /api/v1/watchlists/fleet, WRITE",
    "PUT, /api/v1/subscriptions/mine, WRITE",
    "DELETE, /api/v1/subscriptions/mine, WRITE",
    "POST, /api/v1/subscriptions/mine/secret, WRITE",
    "POST, /api/v1/subscriptions/mine/test, WRITE",
    "POST, /api/v1/subscriptions/mine/deliveries/7/retry, WRITE",
    "POST, /api/v1/sources/celestrak/run, WRITE",
    "POST, /api/v1/sources/celestrak/resume, ADMIN",
    "DELETE, /api/v1/objects/25544, ADMIN",
    "POST, /api/v1/models, ADMIN",
    "PUT, /api/v1/predictions, ADMIN",
    "DELETE, /api/v1/predictions, ADMIN",
    "PATCH, /api/v1/watchlists/fleet, ADMIN",
    "POST, /api/v1/watchlists/fleet, ADMIN",
    "POST, /api/v1/predictions/, ADMIN",
    "POST, /api/v1/predictions/more, ADMIN",
    "POST, /API/v1/predictions, ADMIN",
    "PROPFIND, /api/v1/models, ADMIN",
    "post, /api/v1/predictions, ADMIN",
    "POST, /actuator/loggers/x, ADMIN"
  })
  void roleIsThatOfMethodAndPath(String method, String path, Role role) {
    assertThat(AccessRules.of(request(method, path, path)).role()).isEqualTo(role);
    assertThat(AccessRules.roleOf(HttpMethod.valueOf(method), path).orElse(Role.ADMIN))
        .isEqualTo(role);
  }

  /**
   * Paths that the container and Spring do not read alike, with what the container makes of them.
   */
  @ParameterizedTest
  @CsvSource({
    "/api/v1/x/../predictions, /api/v1/predictions",
    "/api/v1/./predictions, /api/v1/predictions",
    "/api/v1//predictions, /api/v1/predictions",
    "/api/v1/%2e/predictions, /api/v1/predictions",
    "/api/v1/sources/../resume, /api/v1/resume",
    "/api/v1/sources/x/../../predictions, /api/v1/predictions"
  })
  void noRuleFitsPathsThatAreReadInTwoWays(String sent, String resolved) {
    assertThat(AccessRules.of(request("POST", sent, resolved)).role()).isEqualTo(Role.ADMIN);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/predictions;a=b, /api/v1/predictions",
    "/api/v1/%70redictions, /api/v1/predictions"
  })
  void parametersAndEncodingOfAPathDoNotMatter(String sent, String resolved) {
    assertThat(AccessRules.of(request("POST", sent, resolved)).role()).isEqualTo(Role.READ);
  }

  @ParameterizedTest
  @CsvSource({
    "/, /, true",
    "/page/main.js, /page/main.js, true",
    "/actuator/health, /actuator/health, true",
    "/actuator/health/readiness, /actuator/health/readiness, true",
    "/v2/health/live, /v2/health/live, true",
    "/v3/api-docs, /v3/api-docs, true",
    "/swagger-ui/index.html, /swagger-ui/index.html, true",
    "/v2/models/../health/live, /v2/health/live, false",
    "/api/v1/models, /api/v1/models, false",
    "/v3/api-docs/../../api/v1/models, /api/v1/models, false",
    "/actuator/healthy, /actuator/healthy, false",
    "/actuator, /actuator, false",
    "/pages, /pages, false"
  })
  void healthPageAndDescriptionAreOpen(String sent, String resolved, boolean open) {
    assertThat(rules.isOpen(request("GET", sent, resolved))).isEqualTo(open);
  }

  private static MockHttpServletRequest request(String method, String sent, String resolved) {
    MockHttpServletRequest request = new MockHttpServletRequest(method, sent);
    request.setServletPath(resolved);
    return request;
  }
}

package space.maneuver.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.web.HttpTest;

/**
 * What is refused and logged of requests that change something. The answer to one that is let
 * through is 400, since its body is none of the operation, or 404 or 405.
 */
@HttpTest
class ChangeFilterTest {

  private static final Logger AUDIT = (Logger) LoggerFactory.getLogger(ChangeFilter.LOGGER);
  private static final String REVIEWS = "/api/v1/reviews";
  private static final String OBJECT = "/api/v1/objects/25544";

  private final Queue<ILoggingEvent> logged = new ConcurrentLinkedQueue<>();
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          event.prepareForDeferredProcessing();
          logged.add(event);
        }
      };

  @Autowired private RestTestClient client;
  @LocalServerPort private int port;

  @DynamicPropertySource
  static void access(DynamicPropertyRegistry settings) {
    settings.add(
        "maneuver.security.keys",
        () ->
            List.of(
                ApiKeyEntry.of("rita", Role.READ, "r"),
                ApiKeyEntry.of("walt", Role.WRITE, "w"),
                ApiKeyEntry.of("anna", Role.ADMIN, "a")));
    settings.add("maneuver.security.allowed-origins", () -> "https://allowed.example");
  }

  @BeforeEach
  void listen() {
    appender.start();
    AUDIT.addAppender(appender);
  }

  @AfterEach
  void stopListening() {
    AUDIT.detachAppender(appender);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', 400",
    "OWN, '', 400",
    "OWN, same-origin, 400",
    "'', same-origin, 400",
    "'', none, 400",
    "https://allowed.example, '', 400",
    "https://allowed.example, cross-site, 400",
    "'', cross-site, 403",
    "OWN, cross-site, 403",
    "https://other.example, '', 403",
    "https://other.example, cross-site, 403",
    "https://other.example, same-site, 403",
    "https://other.example, same-origin, 403",
    "https://allowed.example.evil, '', 403",
    "http://localhost:1, same-site, 403",
    "%%%, '', 403",
    "http://a b, '', 403",
    "http://a:xyz, '', 403",
    "http://a:xyz, same-origin, 403",
    "null, cross-site, 403",
    "null, '', 403"
  })
  void changeIsRefusedIfAnotherWebsiteSendsIt(String origin, String site, int status) {
    String from = origin.equals("OWN") ? "http://localhost:" + port : origin;

    var answer = send(HttpMethod.POST, REVIEWS, "w", from, site).expectStatus().isEqualTo(status);

    if (status == 403) {
      answer.expectBody().jsonPath("$.code").isEqualTo("origin-not-allowed");
    }
    assertThat(onlyLine().getFormattedMessage())
        .isEqualTo(
            "POST /api/v1/reviews (/api/v1/reviews) %d, by %s"
                .formatted(status, status == 403 ? "-" : "key walt"));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /",
    "POST, /",
    "GET, /api/v1/models",
    "POST, /api/v1/predictions",
    "POST, /v2/models/maneuver-lstm/infer",
    "GET, /api/v1/unknown",
    "POST, /api/v1/unknown",
    "OPTIONS, /api/v1/predictions",
    "GET, /actuator/health"
  })
  void malformedOriginIsNotAnInternalError(String method, String path) {
    for (String origin : List.of("%%%", "http://a b", "http://a:xyz", "://", "[", "http://[::1")) {
      HttpStatusCode status =
          send(HttpMethod.valueOf(method), path, "a", origin, "")
              .returnResult(String.class)
              .getStatus();

      assertThat(status.is5xxServerError()).as("%s: %s", origin, status).isFalse();
    }
  }

  @Test
  void questionsOfOtherWebsitesAreAnsweredAsBefore() {
    send(HttpMethod.GET, "/api/v1/models", "r", "", "cross-site").expectStatus().isOk();
    send(HttpMethod.POST, "/api/v1/predictions", "r", "", "cross-site")
        .expectStatus()
        .isEqualTo(422);

    assertThat(logged).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/v1/reviews, '', 401, -",
    "POST, /api/v1/reviews, x, 401, -",
    "POST, /api/v1/reviews, r, 403, key rita",
    "POST, /api/v1/reviews, w, 400, key walt",
    "POST, /api/v1/reviews, a, 400, key anna",
    "DELETE, /api/v1/objects/25544, w, 403, key walt",
    "DELETE, /api/v1/objects/25544, a, 404, key anna",
    "POST, /api/v1/sources/celestrak/resume, w, 403, key walt",
    "POST, /api/v1/sources/celestrak/resume, a, 404, key anna",
    "POST, /api/v1/sources/celestrak/run, w, 404, key walt",
    "PATCH, /api/v1/models, w, 403, key walt",
    "PATCH, /api/v1/models, a, 405, key anna"
  })
  void changeIsLoggedWithItsCallerHoweverItEnds(
      String method, String path, String key, int status, String caller) {
    send(HttpMethod.valueOf(method), path, key, "", "").expectStatus().isEqualTo(status);

    ILoggingEvent line = onlyLine();
    assertThat(line.getLevel()).isEqualTo(Level.WARN);
    assertThat(line.getFormattedMessage())
        .startsWith(method + " " + path + " (")
        .endsWith(status + ", by " + caller);
    assertThat(line.getMDCPropertyMap()).containsEntry("requestId", "change-1");
    List<String> fields = new ArrayList<>();
    line.getKeyValuePairs().forEach(pair -> fields.add(pair.key));
    assertThat(fields).containsExactly("method", "path", "operation", "status", "caller");
  }

  @Test
  void roleThatIsNeededIsNamed() {
    send(HttpMethod.DELETE, OBJECT, "w", "", "")
        .expectStatus()
        .isForbidden()
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("forbidden")
        .jsonPath("$.detail")
        .isEqualTo("This request needs the role admin; the caller has the role write.")
        .jsonPath("$.errors[0].field")
        .isEqualTo("X-API-Key")
        .jsonPath("$.errors[0].reason")
        .isEqualTo("has the role write; admin is needed");
  }

  @Test
  void operationIsLoggedByItsTemplate() {
    send(HttpMethod.PUT, "/api/v1/watchlists/%0d%0aforged%1b;x=1", "a", "", "");

    assertThat(onlyLine().getFormattedMessage())
        .isEqualTo(
            "PUT /api/v1/watchlists/%0d%0aforged%1b;x=1 (/api/v1/watchlists/{name}) 400, by key"
                + " anna");
  }

  @Test
  void operationWithoutARuleIsLoggedWithoutATemplate() {
    send(HttpMethod.PUT, "/api/v1/new", "a", "", "");

    assertThat(onlyLine().getFormattedMessage()).isEqualTo("PUT /api/v1/new (-) 404, by key anna");
  }

  private RestTestClient.ResponseSpec send(
      HttpMethod method, String path, String key, @Nullable String origin, String site) {
    RestTestClient.RequestBodySpec request =
        client
            .method(method)
            .uri(java.net.URI.create("http://localhost:" + port + path))
            .header("X-Request-Id", "change-1");
    header(request, SecurityProperties.API_KEY_HEADER, key);
    header(request, HttpHeaders.ORIGIN, origin);
    header(request, "Sec-Fetch-Site", site);
    return request.contentType(MediaType.APPLICATION_JSON).body("{\"windows\":[]}").exchange();
  }

  private static void header(
      RestTestClient.RequestBodySpec request, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      request.header(name, value);
    }
  }

  private ILoggingEvent onlyLine() {
    await().until(() -> !logged.isEmpty());
    assertThat(List.copyOf(logged)).hasSize(1);
    return logged.element();
  }
}

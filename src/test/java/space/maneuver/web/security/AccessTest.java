package space.maneuver.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.web.HttpTest;

@HttpTest
@TestPropertySource(
    properties = {
      "maneuver.security.api-key=sesame",
      "maneuver.security.allowed-origins=https://one.example,https://two.example"
    })
class AccessTest {

  private static final String MODELS = "/api/v1/models";

  @Autowired private RestTestClient client;
  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        MODELS,
        "/api/v1/predictions",
        "/v3/api-docs/../../api/v1/models",
        "/swagger-ui/../api/v1/models",
        "/v3/api-docsx",
        "/swagger-uix",
        "/actuator/prometheus",
        "/actuator/info",
        "/actuator/healthy",
        "/nowhere"
      })
  void everythingButHealthAndOpenApiDocumentNeedsTheKey(String path) {
    client
        .get()
        .uri(path)
        .exchange()
        .expectStatus()
        .isUnauthorized()
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectHeader()
        .exists(HttpHeaders.WWW_AUTHENTICATE)
        .expectHeader()
        .exists("X-Request-Id")
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("unauthorized");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator/health",
        "/actuator/health/liveness",
        "/actuator/health/readiness",
        "/v2/health/live",
        "/v2/health/ready",
        "/",
        "/page/main.js",
        "/swagger-ui/index.html",
        "/swagger-ui/swagger-ui-bundle.js",
        "/v3/api-docs",
        "/v3/api-docs.yaml",
        "/v3/api-docs/swagger-config",
        "/webjars/uplot/dist/uPlot.esm.js"
      })
  void healthOpenApiDocumentAndPageNeedNoKey(String path) {
    client.get().uri(path).exchange().expectStatus().isOk();
  }

  @Test
  void missingKeyIsAnErrorOfTheInferenceProtocolUnderItsPath() {
    client
        .get()
        .uri("/v2/models/maneuver-lstm")
        .exchange()
        .expectStatus()
        .isUnauthorized()
        .expectHeader()
        .contentType(MediaType.APPLICATION_JSON)
        .expectBody()
        .jsonPath("$.error")
        .isEqualTo(
            "A valid API key or token is required: Send the API key in the header X-API-Key.");
  }

  @Test
  void validKeyIsAcceptedAndAnotherIsNot() {
    client
        .get()
        .uri(MODELS)
        .header(SecurityProperties.API_KEY_HEADER, "sesame")
        .exchange()
        .expectStatus()
        .isOk();
    client
        .get()
        .uri(MODELS)
        .header(SecurityProperties.API_KEY_HEADER, "sesam")
        .exchange()
        .expectStatus()
        .isUnauthorized();
  }

  @Test
  @Timeout(120)
  void requestWithoutAKeyIsRefusedBeforeItsBodyIsRead() throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket
          .getOutputStream()
          .write(
              ("POST /api/v1/predictions HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                      + "Content-Length: 1000\r\n\r\n{")
                  .getBytes(StandardCharsets.US_ASCII));
      byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 401".length());

      assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 401");
    }
  }

  @Test
  void preflightOfAnAllowedOriginNeedsNoKey() {
    preflight("https://two.example")
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "https://two.example");
  }

  @Test
  void anotherOriginIsRefused() {
    preflight("https://three.example")
        .expectStatus()
        .isForbidden()
        .expectHeader()
        .doesNotExist(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("origin-not-allowed");
  }

  private RestTestClient.ResponseSpec preflight(String origin) {
    return client
        .method(HttpMethod.OPTIONS)
        .uri("/api/v1/predictions")
        .header(HttpHeaders.ORIGIN, origin)
        .header(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, "POST")
        .header(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS, "content-type,x-api-key")
        .exchange();
  }
}

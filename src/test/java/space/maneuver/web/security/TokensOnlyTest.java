package space.maneuver.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.web.HttpTest;

/** Problems of a service without API keys name tokens only. */
@HttpTest
class TokensOnlyTest {

  private static final FakeProvider PROVIDER = new FakeProvider();
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Autowired private RestTestClient client;

  @DynamicPropertySource
  static void access(DynamicPropertyRegistry settings) {
    settings.add("maneuver.security.oidc.issuer", PROVIDER::issuer);
    settings.add("maneuver.security.oidc.audience", () -> FakeProvider.AUDIENCE);
  }

  @AfterAll
  static void close() {
    PROVIDER.close();
  }

  @Test
  void callerIsNotToldToSendAnApiKey() {
    PROVIDER.setAvailable(false);
    send("", "")
        .expectStatus()
        .isUnauthorized()
        .expectHeader()
        .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    String token = PROVIDER.token(PROVIDER.claims());
    send(token, "")
        .expectStatus()
        .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
        .expectBody()
        .jsonPath("$.detail")
        .value(String.class, detail -> assertThat(detail).endsWith("Retry later."));

    PROVIDER.setAvailable(true);
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              var status = send(token, "").returnResult(String.class).getStatus();
              return status.equals(HttpStatus.FORBIDDEN);
            });
    send(token, "ignored")
        .expectStatus()
        .isForbidden()
        .expectBody()
        .jsonPath("$.errors[0].field")
        .isEqualTo(HttpHeaders.AUTHORIZATION);
  }

  private RestTestClient.ResponseSpec send(String token, String key) {
    RestTestClient.RequestHeadersSpec<?> request = client.get().uri("/api/v1/models");
    if (!token.isEmpty()) {
      request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }
    if (!key.isEmpty()) {
      request.header(SecurityProperties.API_KEY_HEADER, key);
    }
    return request.exchange();
  }
}

package space.maneuver.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.web.HttpTest;

/** A provider that cannot be reached when the service starts, then can, and then cannot again. */
@HttpTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProviderTest {

  private static final FakeProvider PROVIDER = new FakeProvider();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String MODELS = "/api/v1/models";

  @Autowired private RestTestClient client;

  @DynamicPropertySource
  static void access(DynamicPropertyRegistry settings) {
    PROVIDER.setAvailable(false);
    settings.add("maneuver.security.keys", () -> ApiKeyEntry.of("alice", Role.READ, "key"));
    settings.add("maneuver.security.oidc.issuer", PROVIDER::issuer);
    settings.add("maneuver.security.oidc.audience", () -> FakeProvider.AUDIENCE);
    settings.add("maneuver.security.oidc.roles-claim", () -> "realm_access.roles");
  }

  @AfterAll
  static void close() {
    PROVIDER.close();
  }

  @Test
  @Order(1)
  void tokenIsNotCheckedWithoutTheKeysOfTheProviderButApiKeysAre() {
    for (int i = 0; i < 5; i++) {
      get(token("read"))
          .expectStatus()
          .isEqualTo(503)
          .expectHeader()
          .exists(HttpHeaders.RETRY_AFTER)
          .expectHeader()
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("identity-provider-unavailable");
    }
    client
        .get()
        .uri(MODELS)
        .header(SecurityProperties.API_KEY_HEADER, "key")
        .exchange()
        .expectStatus()
        .isOk();
    // No key is needed to see that these are not valid.
    get("a.b.c").expectStatus().isUnauthorized();
    get(PROVIDER.unsigned(PROVIDER.claims())).expectStatus().isUnauthorized();
    client.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
  }

  @Test
  @Order(2)
  void tokenIsAcceptedOnceTheProviderIsBack() {
    PROVIDER.setAvailable(true);

    await()
        .atMost(PATIENCE)
        .until(
            () -> get(token("read")).returnResult(String.class).getStatus().equals(HttpStatus.OK));
    get(PROVIDER.token(PROVIDER.claims("read"))).expectStatus().isForbidden();
    get(token()).expectStatus().isForbidden();
  }

  @Test
  @Order(3)
  void unknownKeysDoNotMakeTheServiceAskTheProviderEachTime() {
    int before = PROVIDER.fetched();
    long start = System.nanoTime();

    for (int i = 0; i < 100; i++) {
      get(PROVIDER.ofUnknownKey(PROVIDER.claims("read"), "unknown-" + i))
          .expectStatus()
          .isUnauthorized();
    }

    long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
    assertThat(PROVIDER.fetched() - before).isLessThanOrEqualTo((int) (2 * (1 + seconds / 10)));
  }

  @Test
  @Order(4)
  void knownKeysAreKeptWhileTheProviderIsAway() {
    PROVIDER.setAvailable(false);

    get(token("admin")).expectStatus().isOk();
    get(PROVIDER.ofUnknownKey(PROVIDER.claims("read"), "unknown")).expectStatus().isUnauthorized();
  }

  @Test
  @Order(5)
  void callerIsToldHowToSendATokenAndWhyOneIsNotValid() {
    HttpHeaders missing =
        client
            .get()
            .uri(MODELS)
            .exchange()
            .expectStatus()
            .isUnauthorized()
            .returnResult(String.class)
            .getResponseHeaders();
    assertThat(missing.get(HttpHeaders.WWW_AUTHENTICATE))
        .containsExactly("ApiKey header=\"X-API-Key\"", "Bearer");

    String expired =
        PROVIDER.token(
            PROVIDER.claims("read").expirationTime(FakeProvider.in(Duration.ofHours(-1))));
    get(expired)
        .expectStatus()
        .isUnauthorized()
        .expectHeader()
        .valueEquals(
            HttpHeaders.WWW_AUTHENTICATE,
            "ApiKey header=\"X-API-Key\"",
            "Bearer error=\"invalid_token\"")
        .expectBody()
        .jsonPath("$.errors[0].field")
        .isEqualTo("Authorization")
        .jsonPath("$.errors[0].reason")
        .value(String.class, reason -> assertThat(reason).contains("expired at"))
        .jsonPath("$.errors[0].value")
        .doesNotExist();
  }

  private static String token(String... roles) {
    return PROVIDER.token(PROVIDER.claims().claim("realm_access", Map.of("roles", List.of(roles))));
  }

  private RestTestClient.ResponseSpec get(String token) {
    return client.get().uri(MODELS).header(HttpHeaders.AUTHORIZATION, "Bearer " + token).exchange();
  }
}

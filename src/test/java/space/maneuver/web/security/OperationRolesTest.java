package space.maneuver.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.web.HttpTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every operation of the OpenAPI document, called with every kind of key and token. */
@HttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationRolesTest {

  private static final FakeProvider PROVIDER = new FakeProvider();

  private static final List<String> METHODS =
      List.of("get", "head", "options", "post", "put", "patch", "delete");

  @Autowired private RestTestClient client;
  private final List<Operation> operations = new ArrayList<>();

  @DynamicPropertySource
  static void access(DynamicPropertyRegistry settings) {
    settings.add(
        "maneuver.security.keys",
        () ->
            String.join(
                ",",
                entry("reader", Role.READ, "may read"),
                entry("writer", Role.WRITE, "may write"),
                entry("root", Role.ADMIN, "may all")));
    settings.add("maneuver.security.api-key", () -> "plain");
    settings.add("maneuver.security.oidc.issuer", PROVIDER::issuer);
    settings.add("maneuver.security.oidc.audience", () -> FakeProvider.AUDIENCE);
  }

  private static String entry(String name, Role role, String key) {
    return ApiKeyEntry.of(name, role, key);
  }

  /** What a caller sends, and the role that it has; none: not known. */
  enum Credentials {
    NOTHING(null, "", null),
    WRONG_KEY("X-API-Key", "may al", null),
    EMPTY_KEY("X-API-Key", "", null),
    HASH_AS_KEY("X-API-Key", ApiKeyEntry.hash("may all"), null),
    READ_KEY("X-API-Key", "may read", Role.READ),
    WRITE_KEY("X-API-Key", "may write", Role.WRITE),
    ADMIN_KEY("X-API-Key", "may all", Role.ADMIN),
    PLAIN_KEY("X-API-Key", "plain", Role.ADMIN),
    READ_TOKEN(PROVIDER.token(PROVIDER.claims("read")), Role.READ),
    WRITE_TOKEN(PROVIDER.token(PROVIDER.claims("other", "read", "write")), Role.WRITE),
    ADMIN_TOKEN(PROVIDER.token(PROVIDER.claims("admin")), Role.ADMIN),
    ACCESS_TOKEN(PROVIDER.token(PROVIDER.claims("admin"), "at+jwt"), Role.ADMIN),
    EXPIRED_TOKEN(
        PROVIDER.token(
            PROVIDER.claims("admin").expirationTime(FakeProvider.in(Duration.ofMinutes(-5)))),
        null),
    ETERNAL_TOKEN(PROVIDER.token(PROVIDER.claims("admin").expirationTime(null)), null),
    FUTURE_TOKEN(
        PROVIDER.token(
            PROVIDER.claims("admin").notBeforeTime(FakeProvider.in(Duration.ofMinutes(4)))),
        null),
    FORGED_TOKEN(PROVIDER.forged(PROVIDER.claims("admin")), null),
    UNSIGNED_TOKEN(PROVIDER.unsigned(PROVIDER.claims("admin")), null),
    TOKEN_BY_PUBLIC_KEY(PROVIDER.byPublicKey(PROVIDER.claims("admin")), null),
    TOKEN_OF_UNKNOWN_KEY(PROVIDER.ofUnknownKey(PROVIDER.claims("admin"), "unknown"), null),
    TOKEN_FOR_ANOTHER(PROVIDER.token(PROVIDER.claims("admin").audience("other")), null),
    TOKEN_FOR_NOBODY(PROVIDER.token(PROVIDER.claims("admin").audience((String) null)), null),
    TOKEN_OF_ANOTHER_ISSUER(
        PROVIDER.token(PROVIDER.claims("admin").issuer("https://other.example")), null),
    TOKEN_WITHOUT_SUBJECT(PROVIDER.token(PROVIDER.claims("admin").subject(null)), null),
    TOKEN_WITH_LINES(PROVIDER.token(PROVIDER.claims("admin").subject("a\n2026 forged")), null),
    OTHER_KIND_OF_TOKEN(PROVIDER.token(PROVIDER.claims("admin"), "logout+jwt"), null),
    NO_TOKEN("Authorization", "Bearer", null),
    MALFORMED_TOKEN("Authorization", "Bearer a.b.c", null),
    PASSWORD("Authorization", "Basic cm9vdDptYXkgYWxs", null);

    private final @Nullable String header;
    private final String value;
    private final @Nullable Role role;

    Credentials(@Nullable String header, String value, @Nullable Role role) {
      this.header = header;
      this.value = value;
      this.role = role;
    }

    Credentials(String token, @Nullable Role role) {
      this("Authorization", "Bearer " + token, role);
    }
  }

  private record Operation(HttpMethod method, String path, String role) {}

  @BeforeAll
  void readDocument() {
    String text =
        client
            .get()
            .uri("/v3/api-docs")
            .exchange()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    for (Map.Entry<String, JsonNode> path :
        JsonMapper.shared().readTree(String.valueOf(text)).get("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey())) {
          operations.add(
              new Operation(
                  HttpMethod.valueOf(operation.getKey().toUpperCase(java.util.Locale.ROOT)),
                  path.getKey(),
                  operation.getValue().path("x-required-role").asString("")));
        }
      }
    }
    assertThat(operations).hasSizeGreaterThan(10);
  }

  @Test
  void everyOperationHasARuleAndStatesItsRole() {
    for (Operation operation : operations) {
      Optional<Role> rule = AccessRules.roleOf(operation.method(), operation.path());

      assertThat(rule).as("AccessRules has no rule for " + operation).isPresent();
      if (!operation.path().startsWith("/v2/health/")) {
        assertThat(operation.role()).as(operation.path()).isEqualTo(rule.orElseThrow().text());
      } else {
        assertThat(operation.role()).as(operation.path()).isEqualTo("none");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void operationIsAnsweredOnlyToCallersWithItsRole(Credentials credentials) {
    for (Operation operation : operations) {
      int status = status(operation, credentials);

      String what = operation + " with " + credentials;
      if (operation.role().equals("none")) {
        assertThat(status).as(what).isIn(200, 405);
      } else if (credentials.role == null) {
        assertThat(status).as(what).isEqualTo(401);
      } else if (credentials.role.text().equals(operation.role())
          || credentials.role.compareTo(
                  AccessRules.roleOf(operation.method(), operation.path()).orElseThrow())
              >= 0) {
        assertThat(status).as(what).isNotIn(401, 403).isLessThan(500);
      } else {
        assertThat(status).as(what).isEqualTo(403);
      }
    }
  }

  @Test
  void callerWithoutARoleIsRefusedEverywhere() {
    JWTClaimsSet.Builder claims = PROVIDER.claims("Admin", "administrator").claim("scope", "admin");
    for (Operation operation : operations) {
      if (!operation.role().equals("none")) {
        assertThat(send(operation, "Authorization", "Bearer " + PROVIDER.token(claims)))
            .as(operation.toString())
            .isEqualTo(403);
      }
    }
  }

  private int status(Operation operation, Credentials credentials) {
    return send(operation, credentials.header, credentials.value);
  }

  private int send(Operation operation, @Nullable String header, String value) {
    RestTestClient.RequestBodySpec request =
        client
            .method(operation.method())
            .uri(
                operation
                    .path()
                    .replace("{name}", "maneuver-lstm-daily")
                    .replace("{version}", "1.1.0")
                    .replaceAll("\\{\\w+}", "1")
                    // A stream that begins has no end; a number that is not known is refused.
                    .replaceAll("/stream$", "/stream?after=" + Long.MAX_VALUE));
    if (header != null) {
      request.header(header, value);
    }
    return request.exchange().returnResult(byte[].class).getStatus().value();
  }
}

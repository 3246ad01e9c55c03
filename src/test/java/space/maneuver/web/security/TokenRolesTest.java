package space.maneuver.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

class TokenRolesTest {

  private static final FakeProvider PROVIDER = new FakeProvider();

  @AfterAll
  static void close() {
    PROVIDER.close();
  }

  static Stream<Arguments> claims() {
    return Stream.of(
        of("roles", "roles", List.of("read", "admin", "other"), Role.ADMIN),
        of("roles", "roles", List.of("write"), Role.WRITE),
        of("roles", "roles", "openid read write", Role.WRITE),
        of("scope", "scope", "profile read", Role.READ),
        of("realm_access.roles", "realm_access", Map.of("roles", List.of("write")), Role.WRITE),
        of("a.b.c", "a", Map.of("b", Map.of("c", "admin")), Role.ADMIN),
        of("https://x.example/roles", "https://x.example/roles", List.of("read"), Role.READ),
        of("roles", "roles", List.of(), null),
        of("roles", "roles", List.of("Admin", "readers", "ROLE_WRITE"), null),
        of("roles", "roles", List.of(List.of("admin")), null),
        of("roles", "roles", "administrator", null),
        of("roles", "roles", 7, null),
        of("roles", "roles", Map.of("admin", true), null),
        of("roles", "scope", "admin", null),
        of("a.b", "a", List.of("b"), null),
        of("a.b", "b", List.of("admin"), null));
  }

  private static Arguments of(String setting, String claim, Object value, @Nullable Role role) {
    return Arguments.of(setting, claim, value, role);
  }

  @ParameterizedTest
  @MethodSource
  void claims(String setting, String claim, Object value, @Nullable Role role) {
    String token = PROVIDER.token(PROVIDER.claims().claim("roles", null).claim(claim, value));

    assertThat(caller(oidc(PROVIDER.issuer(), "", setting), token))
        .isEqualTo(new Caller("token 248289761001", role));
  }

  @Test
  void keysMayBeElsewhereThanTheIssuer() {
    String keys = PROVIDER.issuer() + "/keys";
    String token = PROVIDER.token(PROVIDER.claims("read").issuer("https://other.example"));

    assertThat(caller(oidc("", keys, "roles"), token).role()).isEqualTo(Role.READ);
    assertThat(caller(oidc("https://other.example", keys, "roles"), token).role())
        .isEqualTo(Role.READ);
    assertThatExceptionOfType(OAuth2AuthenticationException.class)
        .isThrownBy(() -> caller(oidc("https://another.example", keys, "roles"), token));
  }

  static Stream<UnaryOperator<JWTClaimsSet.Builder>> subjects() {
    return Stream.of(
        claims -> claims.subject(""),
        claims -> claims.subject("x".repeat(256)),
        claims -> claims.subject("\u202eadmin"),
        claims -> claims.subject("a\tb"));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void subjectThatALogCannotShowIsRefused(UnaryOperator<JWTClaimsSet.Builder> subject) {
    String token = PROVIDER.token(subject.apply(PROVIDER.claims("read")));

    assertThatExceptionOfType(OAuth2AuthenticationException.class)
        .isThrownBy(() -> caller(oidc(PROVIDER.issuer(), "", "roles"), token));
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example, '', '', roles, MANEUVER_OIDC_AUDIENCE",
    "'', https://a.example/keys, '', roles, MANEUVER_OIDC_AUDIENCE",
    "'', '', me, roles, MANEUVER_OIDC_AUDIENCE",
    "a.example, '', me, roles, MANEUVER_OIDC_ISSUER",
    "file:///keys, '', me, roles, MANEUVER_OIDC_ISSUER",
    "https://, '', me, roles, MANEUVER_OIDC_ISSUER",
    "https://a b, '', me, roles, MANEUVER_OIDC_ISSUER",
    "'', keys.json, me, roles, MANEUVER_OIDC_JWK_SET_URI",
    "https://a.example, '', me, '', MANEUVER_OIDC_ROLES_CLAIM"
  })
  void settingThatIsMissingOrNoUrlIsNamed(
      String issuer, String keys, String audience, String claim, String variable) {
    SecurityProperties.Oidc settings = new SecurityProperties.Oidc(issuer, keys, audience, claim);

    assertThat(settings.isOn()).isTrue();
    assertThatExceptionOfType(AccessSettingException.class)
        .isThrownBy(() -> Tokens.of(settings))
        .withMessageContaining(variable);
  }

  private static SecurityProperties.Oidc oidc(String issuer, String keys, String claim) {
    return new SecurityProperties.Oidc(issuer, keys, FakeProvider.AUDIENCE, claim);
  }

  private static Caller caller(SecurityProperties.Oidc settings, String token) {
    var found = Tokens.of(settings).authenticate(new BearerTokenAuthenticationToken(token));
    return ((CallerAuthentication) java.util.Objects.requireNonNull(found)).getPrincipal();
  }
}

package space.maneuver.web.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

/** Accepts the tokens (JWTs) that an OpenID provider issues for this service. */
final class Tokens {

  /** Signatures by a private key; never HMAC, whose key would be the provider's public one. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Stream.of(JWSAlgorithm.Family.RSA, JWSAlgorithm.Family.EC)
          .flatMap(Collection::stream)
          .collect(Collectors.toUnmodifiableSet());

  /** What OpenID Connect allows, and logs can show on one line. */
  private static final Pattern SUBJECT = Pattern.compile("[ -~]{1,255}");

  private Tokens() {}

  /**
   * Returns what checks tokens.
   *
   * @throws AccessSettingException if a setting is missing or not a URL
   */
  static AuthenticationProvider of(SecurityProperties.Oidc settings) {
    if (settings.issuer().isEmpty() && settings.jwkSetUri().isEmpty()) {
      throw new AccessSettingException(
          "MANEUVER_OIDC_AUDIENCE (maneuver.security.oidc.audience) is set, but no provider",
          "Set MANEUVER_OIDC_ISSUER (maneuver.security.oidc.issuer) to the URL of the provider.");
    }
    if (settings.audience().isEmpty()) {
      throw new AccessSettingException(
          "MANEUVER_OIDC_AUDIENCE (maneuver.security.oidc.audience) is empty",
          "Set it to what the provider puts in aud for this service; without it, tokens for other"
              + " services would be accepted.");
    }
    if (settings.rolesClaim().isEmpty()) {
      throw new AccessSettingException(
          "MANEUVER_OIDC_ROLES_CLAIM (maneuver.security.oidc.roles-claim) is empty",
          "Set it to the claim that has the caller's roles, or do not set it: roles.");
    }
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys(settings)));
    // Types and claims are validated by Spring.
    processor.setJWSTypeVerifier((type, context) -> {});
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
    decoder.setJwtValidator(validator(settings));
    JwtAuthenticationProvider provider = new JwtAuthenticationProvider(decoder);
    List<String> path = List.of(settings.rolesClaim().split("\\."));
    provider.setJwtAuthenticationConverter(
        token -> new CallerAuthentication(caller(token, settings.rolesClaim(), path)));
    return provider;
  }

  private static ProviderKeys keys(SecurityProperties.Oidc settings) {
    URI issuer = url("ISSUER", "issuer", settings.issuer());
    URI keys = url("JWK_SET_URI", "jwk-set-uri", settings.jwkSetUri());
    try {
      return keys != null ? ProviderKeys.at(keys) : ProviderKeys.of(String.valueOf(issuer));
    } catch (IOException e) {
      throw new AccessSettingException("the OpenID provider: " + e.getMessage(), "Correct it.", e);
    }
  }

  private static @Nullable URI url(String variable, String property, String text) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      URI url = URI.create(text);
      String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
      if (url.getHost() != null && (scheme.equals("https") || scheme.equals("http"))) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // Reported below.
    }
    throw new AccessSettingException(
        "MANEUVER_OIDC_%s (maneuver.security.oidc.%s) is '%s', not a URL"
            .formatted(variable, property, text),
        "Set it to a URL as https://host/path, or leave it empty.");
  }

  private static OAuth2TokenValidator<Jwt> validator(SecurityProperties.Oidc settings) {
    JwtTypeValidator type = new JwtTypeValidator("JWT", "at+jwt", "application/at+jwt");
    type.setAllowEmpty(true);
    JwtTimestampValidator times = new JwtTimestampValidator();
    times.setAllowEmptyExpiryClaim(false);
    List<OAuth2TokenValidator<Jwt>> validators = new ArrayList<>();
    validators.add(type);
    validators.add(times);
    validators.add(new JwtAudienceValidator(settings.audience()));
    validators.add(
        new JwtClaimValidator<String>(
            JwtClaimNames.SUB, subject -> subject != null && SUBJECT.matcher(subject).matches()));
    if (!settings.issuer().isEmpty()) {
      validators.add(new JwtIssuerValidator(settings.issuer()));
    }
    return new DelegatingOAuth2TokenValidator<>(validators);
  }

  private static Caller caller(Jwt token, String claim, List<String> path) {
    Object whole = token.getClaims().get(claim);
    Object roles = whole != null ? whole : at(token.getClaims(), path);
    Role highest = null;
    for (Role role : Role.values()) {
      if (names(roles, role.text())) {
        highest = role;
      }
    }
    return Caller.ofToken(Objects.requireNonNull(token.getSubject()), highest);
  }

  private static @Nullable Object at(Object object, List<String> path) {
    Object found = object;
    for (String name : path) {
      found = found instanceof Map<?, ?> fields ? fields.get(name) : null;
    }
    return found;
  }

  /** Whether a claim, a list or a text with spaces as {@code scope} is, names a role. */
  private static boolean names(@Nullable Object claim, String role) {
    return claim instanceof Collection<?> list
        ? list.contains(role)
        : claim instanceof String text && List.of(text.split(" ")).contains(role);
  }
}

package space.maneuver.web.security;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Access control: API keys, tokens of an OpenID provider, and the origins of web pages.
 *
 * @param apiKey API keys in plain text, each of which has the role admin
 * @param keys API keys as {@code name:role:hash}, where the hash is the SHA-256 of the key in
 *     hexadecimal digits
 * @param keysFile file with such a key per line; null: none
 * @param oidc the OpenID provider whose tokens are accepted
 * @param allowedOrigins origins of the web pages that may call the service from a browser, as
 *     {@code https://host}; empty: none
 */
@ConfigurationProperties("maneuver.security")
public record SecurityProperties(
    @DefaultValue List<String> apiKey,
    @DefaultValue List<String> keys,
    @Nullable Path keysFile,
    @DefaultValue Oidc oidc,
    @DefaultValue List<String> allowedOrigins) {

  /** Header in which callers send their API key. */
  public static final String API_KEY_HEADER = "X-API-Key";

  public SecurityProperties {
    apiKey = withoutBlanks(apiKey);
    keys = withoutBlanks(keys);
    allowedOrigins = List.copyOf(allowedOrigins);
  }

  /**
   * An OpenID provider; off if addresses and audience are empty.
   *
   * @param issuer URL of the provider, which its tokens name as {@code iss}, and below which it
   *     publishes where its keys are; empty: the issuer is not checked
   * @param jwkSetUri URL of the provider's keys; empty: where the issuer says
   * @param audience what tokens must name as {@code aud}
   * @param rolesClaim claim with the roles of the caller; dots lead into nested objects
   */
  record Oidc(
      @DefaultValue("") String issuer,
      @DefaultValue("") String jwkSetUri,
      @DefaultValue("") String audience,
      @DefaultValue("roles") String rolesClaim) {

    Oidc {
      issuer = issuer.strip();
      jwkSetUri = jwkSetUri.strip();
      audience = audience.strip();
      rolesClaim = rolesClaim.strip();
    }

    /** Whether any setting of the provider is set; those that are missing are then reported. */
    boolean isOn() {
      return !issuer.isEmpty() || !jwkSetUri.isEmpty() || !audience.isEmpty();
    }
  }

  /** Returns whether everyone may call the service: neither keys nor a provider are set. */
  boolean isOpen() {
    return apiKey.isEmpty() && keys.isEmpty() && keysFile == null && !oidc.isOn();
  }

  private static List<String> withoutBlanks(List<String> values) {
    return values.stream().map(String::strip).filter(value -> !value.isEmpty()).toList();
  }

  /** Omits the keys, so that they never reach a log. */
  @Override
  public String toString() {
    return "SecurityProperties[keysFile="
        + keysFile
        + ", oidc="
        + oidc
        + ", allowedOrigins="
        + allowedOrigins
        + "]";
  }
}

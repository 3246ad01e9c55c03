package space.maneuver.web.filter;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may call the service.
 *
 * @param apiKey API keys, one of which every request must send in the header X-API-Key, except for
 *     health, the page and the OpenAPI document; empty: no key is required
 * @param allowedOrigins origins of the web pages that may call the service from a browser, as
 *     {@code https://host}; empty: none
 */
@ConfigurationProperties("maneuver.security")
record SecurityProperties(
    @DefaultValue List<String> apiKey, @DefaultValue List<String> allowedOrigins) {

  SecurityProperties {
    apiKey = apiKey.stream().map(String::strip).filter(key -> !key.isEmpty()).toList();
    allowedOrigins = List.copyOf(allowedOrigins);
  }

  /** Omits the keys, so that they never reach a log. */
  @Override
  public String toString() {
    return "SecurityProperties[allowedOrigins=" + allowedOrigins + "]";
  }
}

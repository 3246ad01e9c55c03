package space.maneuver.web.filter;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may call.
 *
 * @param apiKey one of which every request must bear but those for health, page and the API's
 *     description; empty for none
 * @param allowedOrigins web pages that may call from a browser, as {@code https://host}; empty for
 *     none
 */
@ConfigurationProperties("maneuver.security")
record SecurityProperties(
    @DefaultValue List<String> apiKey, @DefaultValue List<String> allowedOrigins) {

  SecurityProperties {
    apiKey = apiKey.stream().map(String::strip).filter(key -> !key.isEmpty()).toList();
    allowedOrigins = List.copyOf(allowedOrigins);
  }

  /** Without the keys, so that no log shows it. */
  @Override
  public String toString() {
    return "SecurityProperties[allowedOrigins=" + allowedOrigins + "]";
  }
}

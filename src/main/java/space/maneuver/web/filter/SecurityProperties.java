package space.maneuver.web.filter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may call.
 *
 * @param apiKey that every request but one for the health must bear; null or blank for none
 * @param allowedOrigins web pages that may call from a browser, as {@code https://host}; empty for
 *     none
 */
@ConfigurationProperties("maneuver.security")
record SecurityProperties(@Nullable String apiKey, @DefaultValue List<String> allowedOrigins) {

  SecurityProperties {
    allowedOrigins = List.copyOf(allowedOrigins);
  }

  /** Without the key, so that no log shows it. */
  @Override
  public String toString() {
    return "SecurityProperties[allowedOrigins=" + allowedOrigins + "]";
  }
}

package space.maneuver.web.filter;

import java.util.List;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import space.maneuver.web.problem.ProblemWriter;

/** Registers the filters that are off by default. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecurityProperties.class)
class AccessConfiguration {

  /** Length of the JSON before the binary data, in requests and responses. */
  private static final String INFERENCE_HEADER = "Inference-Header-Content-Length";

  private static final int CORS_ORDER = Ordered.HIGHEST_PRECEDENCE + 20;
  private static final int API_KEY_ORDER = Ordered.HIGHEST_PRECEDENCE + 30;

  /** Runs before the API key filter, since preflight requests have no key. */
  @Bean
  FilterRegistrationBean<CorsFilter> corsFilter(SecurityProperties settings, ProblemWriter writer) {
    CorsConfiguration cors = new CorsConfiguration();
    cors.setAllowedOrigins(settings.allowedOrigins());
    cors.setAllowedMethods(List.of("GET", "POST"));
    cors.setAllowedHeaders(
        List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.CONTENT_ENCODING,
            ApiKeyFilter.HEADER,
            RequestIdValve.HEADER,
            INFERENCE_HEADER));
    cors.setExposedHeaders(List.of(RequestIdValve.HEADER, INFERENCE_HEADER));
    UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
    source.registerCorsConfiguration("/**", cors);
    CorsFilter filter = new CorsFilter(source);
    filter.setCorsProcessor(new ProblemCorsProcessor(writer));
    FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(CORS_ORDER);
    registration.setEnabled(!settings.allowedOrigins().isEmpty());
    return registration;
  }

  @Bean
  FilterRegistrationBean<ApiKeyFilter> apiKeyFilter(
      SecurityProperties settings, WebEndpointProperties endpoints, ProblemWriter writer) {
    FilterRegistrationBean<ApiKeyFilter> registration =
        new FilterRegistrationBean<>(
            new ApiKeyFilter(settings.apiKey(), endpoints.getBasePath() + "/health", writer));
    registration.setOrder(API_KEY_ORDER);
    registration.setEnabled(!settings.apiKey().isEmpty());
    return registration;
  }
}

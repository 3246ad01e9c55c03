package space.maneuver.web.filter;

import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import space.maneuver.web.problem.ProblemWriter;
import space.maneuver.web.security.SecurityProperties;

/** Lets pages of the allowed origins call the service; off if there are none. */
@Configuration(proxyBeanMethods = false)
class CrossOriginConfiguration {

  /** Length of the JSON before the binary data, in requests and responses. */
  private static final String INFERENCE_HEADER = "Inference-Header-Content-Length";

  private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 20;

  /** Runs before keys are asked for, since preflight requests have none. */
  @Bean
  FilterRegistrationBean<CorsFilter> corsFilter(SecurityProperties settings, ProblemWriter writer) {
    CorsConfiguration cors = new CorsConfiguration();
    cors.setAllowedOrigins(settings.allowedOrigins());
    cors.setAllowedMethods(List.of("GET", "POST", "PUT", "DELETE"));
    cors.setAllowedHeaders(
        List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.CONTENT_ENCODING,
            HttpHeaders.AUTHORIZATION,
            SecurityProperties.API_KEY_HEADER,
            RequestIdValve.HEADER,
            INFERENCE_HEADER));
    cors.setExposedHeaders(List.of(RequestIdValve.HEADER, INFERENCE_HEADER));
    UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
    source.registerCorsConfiguration("/**", cors);
    CorsFilter filter = new CorsFilter(source);
    filter.setCorsProcessor(new ProblemCorsProcessor(writer));
    FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(ORDER);
    registration.setEnabled(!settings.allowedOrigins().isEmpty());
    return registration;
  }
}

package space.maneuver.web.security;

import jakarta.servlet.Filter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import space.maneuver.web.problem.ProblemWriter;

/** Registers the filters of access control. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecurityProperties.class)
class AccessConfiguration {

  private static final Logger log = LoggerFactory.getLogger(AccessConfiguration.class);

  /** After the filter of CORS, since preflight requests have no key; before bodies are read. */
  private static final int ACCESS_ORDER = Ordered.HIGHEST_PRECEDENCE + 30;

  /** Before the filter of CORS, so that what that refuses is logged, too. */
  private static final int CHANGES_ORDER = Ordered.HIGHEST_PRECEDENCE + 15;

  @Bean
  FilterRegistrationBean<Filter> changeFilter(SecurityProperties settings, ProblemWriter writer) {
    FilterRegistrationBean<Filter> registration =
        new FilterRegistrationBean<>(new ChangeFilter(settings.allowedOrigins(), writer));
    registration.setOrder(CHANGES_ORDER);
    return registration;
  }

  /** Without keys and provider, nothing of Spring Security is created. */
  @Bean
  FilterRegistrationBean<Filter> accessFilter(
      SecurityProperties settings, AccessRules rules, ProblemWriter writer) {
    FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>();
    registration.setOrder(ACCESS_ORDER);
    if (settings.isOpen()) {
      log.warn(
          "neither API keys nor an OpenID provider are set: everyone who reaches the service may"
              + " use it");
      registration.setFilter((request, response, chain) -> chain.doFilter(request, response));
      registration.setEnabled(false);
    } else {
      registration.setFilter(AccessChain.of(settings, rules, writer));
    }
    return registration;
  }
}

package space.maneuver.web.filter;

import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Installs request ids and the access log ahead of everything else in Tomcat. */
@Component
final class EngineValves implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private final String operations;

  EngineValves(WebEndpointProperties endpoints) {
    operations = endpoints.getBasePath();
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addEngineValves(new RequestIdValve(), new AccessLogValve(operations));
  }
}

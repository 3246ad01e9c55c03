package space.maneuver.web.filter;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Keeps Tomcat from reading bodies as forms, of which there are none: curl calls any data a form
 * unless told otherwise.
 */
@Component
final class UnparsedBodies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addConnectorCustomizers(connector -> connector.setParseBodyMethods(""));
  }
}

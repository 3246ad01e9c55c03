package space.maneuver.web.config;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Takes large bodies off the connection in larger pieces than Tomcat's 8 KiB. */
@Component
final class ReadBuffers implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  /** Held by each open connection; beyond it there is nothing to gain. */
  private static final int BYTES = 1 << 16;

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addConnectorCustomizers(
        connector -> connector.setProperty("socket.appReadBufSize", Integer.toString(BYTES)));
  }
}

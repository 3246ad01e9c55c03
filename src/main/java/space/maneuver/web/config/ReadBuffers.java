package space.maneuver.web.config;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Reads request bodies from the connection in larger blocks than Tomcat's 8 KiB. */
@Component
final class ReadBuffers implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  /** Allocated per open connection; larger buffers bring no further gain. */
  private static final int BYTES = 1 << 16;

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addConnectorCustomizers(
        connector -> connector.setProperty("socket.appReadBufSize", Integer.toString(BYTES)));
  }
}

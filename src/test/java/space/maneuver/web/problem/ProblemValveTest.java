package space.maneuver.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Tomcat that still accepts connections although its application has stopped. */
class ProblemValveTest {

  private final Tomcat tomcat = new Tomcat();
  private final Context application;

  ProblemValveTest(@TempDir Path directory) {
    tomcat.setBaseDir(directory.toString());
    tomcat.setPort(0);
    tomcat.getConnector();
    application = tomcat.addContext("", directory.toString());
    // Tomcat adds its own valve later, and thus ahead of ours, unless there already is one.
    tomcat.getHost().getPipeline().addValve(new ErrorReportValve());
    tomcat.getHost().getPipeline().addValve(new ProblemValve());
  }

  @BeforeEach
  void start() throws LifecycleException {
    tomcat.start();
  }

  @AfterEach
  void stop() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
  }

  @Test
  void malformedPathIsTheCallersFault() throws IOException, InterruptedException {
    HttpResponse<String> reply = get();

    assertThat(reply.statusCode()).isEqualTo(404);
    assertThat(code(reply)).isEqualTo("bad-request");
    assertThat(reply.headers().firstValue("Retry-After")).isEmpty();
  }

  @Test
  void stoppedApplicationAsksToRetry()
      throws IOException, InterruptedException, LifecycleException {
    application.stop();

    HttpResponse<String> reply = get();

    assertThat(reply.statusCode()).isEqualTo(503);
    assertThat(code(reply)).isEqualTo("shutting-down");
    assertThat(reply.headers().firstValue("Retry-After")).isNotEmpty();
    assertThat(reply.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  private HttpResponse<String> get() throws IOException, InterruptedException {
    URI uri = URI.create("http://localhost:" + tomcat.getConnector().getLocalPort() + "/api");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private static String code(HttpResponse<String> reply) {
    JsonNode problem = JsonMapper.shared().readTree(reply.body());
    assertThat(problem.path("status").asInt()).isEqualTo(reply.statusCode());
    return problem.path("code").asString();
  }
}

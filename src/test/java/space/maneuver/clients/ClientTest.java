package space.maneuver.clients;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;
import space.maneuver.client.ApiClient;
import space.maneuver.web.HttpTest;
import tools.jackson.databind.JsonNode;

/** A test of the Java client against the running service. */
@HttpTest
abstract class ClientTest {

  static final String DAILY = "maneuver-lstm-daily";

  final ApiClient client = new ApiClient();
  @LocalServerPort private int port;

  @BeforeEach
  void pointToTheService() {
    client.updateBaseUri(service().uri());
  }

  Service service() {
    return Service.on(port);
  }

  /** Asserts that the client's classes neither lose nor change anything in a response. */
  void assertSame(Object answer, JsonNode sent) {
    JsonNode received = client.getObjectMapper().valueToTree(answer);
    assertThat(received.equals(new SameValues(), sent)).as("%s%n%s", received, sent).isTrue();
  }
}

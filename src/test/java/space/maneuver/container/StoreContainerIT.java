package space.maneuver.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.AccessMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Testcontainers;
import space.maneuver.testing.PublishedElementSets;

/** The catalogue in the volume of the image. Skipped where there is no Docker. */
@Testcontainers(disabledWithoutDocker = true)
class StoreContainerIT {

  private static final String DATA = "/data";
  private static final String ELEMENT_SETS = "/api/v1/element-sets";

  private final String volume = "maneuver-data-" + UUID.randomUUID();

  @AfterEach
  void remove() {
    DockerClientFactory.lazyClient().removeVolumeCmd(volume).exec();
  }

  @Test
  void catalogueOutlivesItsContainerAndBelongsToOne() throws Exception {
    try (GenericContainer<?> first = service()) {
      first.start();
      assertThat(
              send(request(first, ELEMENT_SETS)
                      .header("Content-Type", "text/plain")
                      .POST(BodyPublishers.ofString(PublishedElementSets.STATION)))
                  .statusCode())
          .isEqualTo(200);
      assertThat(endOfAnother(AccessMode.rw)).contains("is in use by another process");
    }

    try (GenericContainer<?> second = service()) {
      second.start();

      HttpResponse<String> kept =
          send(request(second, "/api/v1/objects/25544/element-sets?format=tle"));
      assertThat(kept.body()).isEqualTo(PublishedElementSets.STATION);
    }
  }

  @Test
  void volumeThatCannotBeWrittenIsNamed() {
    assertThat(endOfAnother(AccessMode.ro)).contains("'/data'", "cannot be written");
  }

  private GenericContainer<?> service() {
    GenericContainer<?> service =
        BuiltImage.container()
            .withExposedPorts(8080)
            .waitingFor(Wait.forHttp("/actuator/health/readiness").forPort(8080));
    BuiltImage.mount(service, volume, DATA, AccessMode.rw);
    return service;
  }

  /** The log of a container that does not start for the state of its volume. */
  private String endOfAnother(AccessMode mode) {
    try (GenericContainer<?> service =
        BuiltImage.container()
            .withStartupCheckStrategy(new Ended().withTimeout(Duration.ofMinutes(2)))) {
      BuiltImage.mount(service, volume, DATA, mode);
      service.start();

      assertThat(service.getCurrentContainerInfo().getState().getExitCodeLong()).isEqualTo(1);
      assertThat(service.getLogs()).doesNotContain("\tat ");
      return service.getLogs();
    }
  }

  private static HttpRequest.Builder request(GenericContainer<?> service, String path) {
    return HttpRequest.newBuilder(URI.create(BuiltImage.address(service) + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}

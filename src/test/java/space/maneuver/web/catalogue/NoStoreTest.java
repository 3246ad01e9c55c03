package space.maneuver.web.catalogue;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.testing.PublishedElementSets;
import space.maneuver.web.HttpTest;

@HttpTest
@TestPropertySource(properties = "maneuver.store.url=none")
class NoStoreTest {

  @Autowired private RestTestClient client;

  @Test
  void everyOperationOfTheCatalogueIsNotImplemented() {
    for (RestTestClient.RequestHeadersSpec<?> request :
        new RestTestClient.RequestHeadersSpec<?>[] {
          client.get().uri("/api/v1/objects"),
          client.get().uri("/api/v1/objects/5"),
          client.get().uri("/api/v1/objects/5/element-sets"),
          client.delete().uri("/api/v1/objects/5"),
          client
              .post()
              .uri("/api/v1/element-sets")
              .contentType(MediaType.TEXT_PLAIN)
              .body(PublishedElementSets.STATION)
        }) {
      request
          .exchange()
          .expectStatus()
          .isEqualTo(501)
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("no-store");
    }
  }

  @Test
  void healthSaysSo() {
    client
        .get()
        .uri("/actuator/health/store")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.details.kind")
        .isEqualTo("none");
  }
}

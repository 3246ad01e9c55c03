package space.maneuver.web.catalogue;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.testing.PublishedElementSets;
import space.maneuver.testing.SimulatedTles;
import space.maneuver.web.HttpTest;

/** A service whose database refuses connections: no one listens on port 1. */
@HttpTest
@TestPropertySource(properties = "maneuver.store.url=jdbc:postgresql://127.0.0.1:1/catalogue")
class StoreAwayTest {

  @Autowired private RestTestClient client;

  @Test
  void catalogueIsUnavailableAndSaysWhenToRetry() {
    for (RestTestClient.RequestHeadersSpec<?> request :
        new RestTestClient.RequestHeadersSpec<?>[] {
          client.get().uri("/api/v1/objects"),
          client
              .post()
              .uri("/api/v1/element-sets")
              .contentType(MediaType.TEXT_PLAIN)
              .body(PublishedElementSets.STATION)
        }) {
      request
          .exchange()
          .expectStatus()
          .isEqualTo(503)
          .expectHeader()
          .valueEquals("Retry-After", 5)
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("store-unavailable");
    }
  }

  @Test
  void questionsAreStillAnswered() {
    client
        .post()
        .uri("/api/v1/detections?windows=false")
        .contentType(MediaType.TEXT_PLAIN)
        .body(SimulatedTles.days200())
        .exchange()
        .expectStatus()
        .isOk();
  }

  @Test
  void onlyTheStoreIsDown() {
    for (String group : new String[] {"readiness", "liveness"}) {
      client.get().uri("/actuator/health/" + group).exchange().expectStatus().isOk();
    }
    client
        .get()
        .uri("/actuator/health/store")
        .exchange()
        .expectStatus()
        .isEqualTo(503)
        .expectBody()
        .jsonPath("$.details.reason")
        .isNotEmpty();
  }
}

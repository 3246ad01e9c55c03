package space.maneuver.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.web.HttpTest;

/** The service without keys and provider. */
@HttpTest
@TestPropertySource(properties = "maneuver.security.keys=")
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
class OpenServiceTest {

  @Autowired private RestTestClient client;

  @Test
  void serviceWarnsThatEveryoneMayUseIt(CapturedOutput output) {
    client.get().uri("/api/v1/models").exchange().expectStatus().isOk();
    client.delete().uri("/api/v1/objects/1").exchange().expectStatus().isNotFound();

    assertThat(output.getAll())
        .containsOnlyOnce("everyone who reaches the service may use it")
        .doesNotContain("password");
  }

  @Test
  void otherWebsitesMayNotChangeAnythingEvenSo() {
    client
        .delete()
        .uri("/api/v1/objects/1")
        .header("Sec-Fetch-Site", "cross-site")
        .exchange()
        .expectStatus()
        .isForbidden()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("origin-not-allowed")
        .jsonPath("$.errors[0].field")
        .isEqualTo("Sec-Fetch-Site");
    client
        .delete()
        .uri("/api/v1/objects/1")
        .header("Origin", "https://other.example")
        .exchange()
        .expectStatus()
        .isForbidden()
        .expectBody()
        .jsonPath("$.errors[0].value")
        .isEqualTo("https://other.example");
  }

  @Test
  void nothingIsKeptOfACaller() {
    client
        .get()
        .uri("/api/v1/models")
        .exchange()
        .expectHeader()
        .doesNotExist("Set-Cookie")
        .expectHeader()
        .valueEquals("Cache-Control", "no-store")
        .expectHeader()
        .doesNotExist("X-Frame-Options")
        .expectHeader()
        .doesNotExist("Pragma");
  }
}

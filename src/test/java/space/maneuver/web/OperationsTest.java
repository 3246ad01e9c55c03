package space.maneuver.web;

import static org.assertj.core.api.Assertions.assertThat;
import static space.maneuver.web.WindowText.request;
import static space.maneuver.web.WindowText.window;

import io.micrometer.tracing.Tracer;
import io.opentelemetry.api.OpenTelemetry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@HttpTest
class OperationsTest {

  @Autowired private RestTestClient client;
  @Autowired private ApplicationContext context;

  @Test
  void readinessNamesModelAndDevice() {
    client
        .get()
        .uri("/actuator/health/readiness")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.status")
        .isEqualTo("UP")
        .jsonPath("$.components.model.details.name")
        .isNotEmpty()
        .jsonPath("$.components.model.details.version")
        .isNotEmpty()
        .jsonPath("$.components.model.details.device")
        .value(String.class, device -> assertThat(device).isIn("cpu", "gpu"))
        .jsonPath("$.components.model.details.models")
        .value(
            List.class,
            models ->
                assertThat(models.toString())
                    .matches("\\[maneuver-lstm:[0-9.]+, maneuver-lstm-daily:[0-9.]+]"))
        .jsonPath("$.components.model.details.rejected")
        .isEmpty();
  }

  @Test
  void metricsNameEachModelAndItsDevice() {
    client
        .get()
        .uri("/actuator/prometheus")
        .exchange()
        .expectBody(String.class)
        .value(
            text ->
                assertThat(text)
                    .containsPattern(
                        "maneuver_model_info\\{.*device=\"[cg]pu\",model=\"maneuver-lstm\","
                            + "version=\"[0-9.]+\"} 1")
                    .containsPattern("maneuver_model_reloads_total\\{.*outcome=\"rejected\"} 0")
                    .containsPattern("maneuver_networks\\{.*} ([2-9]|[1-9][0-9])"));
  }

  @Test
  void tracingIsOffByDefault() {
    assertThat(context.getBeanProvider(Tracer.class).getIfAvailable()).isNull();
    assertThat(context.getBeanProvider(OpenTelemetry.class).getIfAvailable()).isNull();
  }

  @Test
  void livenessDoesNotDependOnTheModel() {
    client
        .get()
        .uri("/actuator/health/liveness")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.components.model")
        .doesNotExist();
  }

  @Test
  void windowsAreCountedByModelAndDecision() {
    client
        .post()
        .uri("/api/v1/predictions")
        .contentType(MediaType.APPLICATION_JSON)
        .body(request(window("a", 30), "{}"))
        .exchange()
        .expectStatus()
        .isOk();
    client
        .get()
        .uri("/actuator/prometheus")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(String.class)
        .value(
            text ->
                assertThat(text)
                    .contains("# HELP maneuver_windows_total Windows by decision")
                    .containsPattern("maneuver_windows_total\\{.*decision=\"refused\".*} [1-9]")
                    .contains("maneuver_element_sets_total"));
  }

  @Test
  void harmlessRequestIdIsKept() {
    String header = "X-Request-Id";
    client
        .get()
        .uri("/api/v1/nowhere")
        .header(header, "abc-1.2_3")
        .exchange()
        .expectHeader()
        .valueEquals(header, "abc-1.2_3")
        .expectBody()
        .jsonPath("$.requestId")
        .isEqualTo("abc-1.2_3");
    client
        .get()
        .uri("/api/v1/models")
        .header(header, "a b{}")
        .exchange()
        .expectHeader()
        .value(header, id -> assertThat(id).matches("[0-9a-f-]{36}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Content-Type-Options", "Content-Security-Policy", "Referrer-Policy"})
  void responsesHaveSecurityHeaders(String header) {
    client.get().uri("/api/v1/models").exchange().expectHeader().exists(header);
  }

  @Test
  void rootIsThePageWithAStrictPolicy() {
    client
        .get()
        .uri("/")
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .contentTypeCompatibleWith(MediaType.TEXT_HTML)
        .expectHeader()
        .value(
            "Content-Security-Policy",
            policy ->
                assertThat(policy).contains("default-src 'none'").doesNotContain("unsafe", "http"))
        .expectBody(String.class)
        .value(page -> assertThat(page).doesNotContain("<style", "onclick", "style="));
  }

  @Test
  void modelCardIsShownWithHtmlEscaped() {
    client
        .get()
        .uri("/api/v1/models/maneuver-lstm/card")
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .contentTypeCompatibleWith(MediaType.TEXT_HTML)
        .expectBody(String.class)
        .value(card -> assertThat(card).contains("<table>").doesNotContain("<script"));
  }

  @Test
  void modelsAreListedAndDescribed() {
    client
        .get()
        .uri("/api/v1/models")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.default.name")
        .isNotEmpty()
        .jsonPath("$.models[0].windowDays")
        .isArray()
        .jsonPath("$.models[0].measuredRegimes")
        .isEqualTo(List.of("LEO", "GEO"));
    client
        .get()
        .uri("/api/v1/models/maneuver-lstm-daily:1.1.0")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.name")
        .isEqualTo("maneuver-lstm-daily")
        .jsonPath("$.features.channels[0].unit")
        .isNotEmpty()
        .jsonPath("$.thresholds.window.30")
        .isNumber()
        .jsonPath("$.measuredRegimes")
        .isEqualTo(List.of("LEO", "GEO"))
        .jsonPath("$.card")
        .isNotEmpty()
        .jsonPath("$.metrics")
        .exists();
  }
}

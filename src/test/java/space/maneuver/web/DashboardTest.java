package space.maneuver.web;

import static org.assertj.core.api.Assertions.assertThat;
import static space.maneuver.web.WindowText.request;
import static space.maneuver.web.WindowText.window;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.testing.CryoSatText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The series in the dashboard and the alert rules are those that the service exposes. */
@HttpTest
class DashboardTest {

  private static final Path DASHBOARD =
      Path.of("docker/grafana/dashboards/maneuver-detection.json");
  private static final Path RULES = Path.of("docker/prometheus/maneuver-detection.rules.yml");

  private static final Pattern SERIES =
      Pattern.compile("\\b(?:maneuver|http|jvm|process|logback)_[a-z_]+(?:\\{[^}]*})?");
  private static final Pattern LABEL = Pattern.compile("([a-z]+)(=~|!~|=|!=)\"([^\"]*)\"");

  /** Added by Prometheus to every scrape. */
  private static final String SCRAPED = "instance";

  @Autowired private RestTestClient client;

  @Test
  void everySeriesOfTheDashboardIsThere() throws IOException {
    List<String> expressions =
        JsonMapper.shared().readTree(Files.readString(DASHBOARD)).findValuesAsString("expr");

    assertThat(expressions).hasSizeGreaterThan(20);
    assertThat(missing(expressions)).isEmpty();
  }

  @Test
  void everySeriesOfTheAlertsIsThere() throws IOException {
    List<String> expressions =
        new YAMLMapper().readTree(Files.readString(RULES)).findValuesAsText("expr");

    assertThat(expressions).hasSizeGreaterThan(5);
    assertThat(missing(expressions)).isEmpty();
  }

  @Test
  void panelsDoNotOverlapAndHaveDistinctIds() throws IOException {
    JsonNode panels = JsonMapper.shared().readTree(Files.readString(DASHBOARD)).path("panels");
    Set<Integer> ids = new TreeSet<>();
    Set<String> cells = new TreeSet<>();

    for (JsonNode panel : panels) {
      assertThat(ids.add(panel.path("id").asInt())).isTrue();
      JsonNode place = panel.path("gridPos");
      for (int x = 0; x < place.path("w").asInt(); x++) {
        for (int y = 0; y < place.path("h").asInt(); y++) {
          int column = place.path("x").asInt() + x;
          assertThat(column).isLessThan(24);
          assertThat(cells.add(column + " " + (place.path("y").asInt() + y)))
              .as(panel.path("title").asString())
              .isTrue();
        }
      }
    }
  }

  private Set<String> missing(List<String> expressions) {
    Set<String> told = scrape().collect(Collectors.toSet());
    Set<String> missing = new TreeSet<>();
    for (String expression : expressions) {
      Matcher series = SERIES.matcher(expression);
      while (series.find()) {
        if (told.stream().noneMatch(line -> shows(line, series.group()))) {
          missing.add(series.group());
        }
      }
    }
    return missing;
  }

  /** Whether a scraped line belongs to a series: by name and by every label selected. */
  private static boolean shows(String line, String series) {
    String name = series.replaceFirst("\\{.*", "");
    if (!line.startsWith(name + '{')) {
      return false;
    }
    Matcher label = LABEL.matcher(series);
    while (label.find()) {
      String key = label.group(1);
      boolean chosenByValue = label.group(2).equals("=");
      String wanted = chosenByValue ? key + "=\"" + label.group(3) + '"' : key + "=\"";
      if (!key.equals(SCRAPED) && !line.contains(wanted)) {
        return false;
      }
    }
    return true;
  }

  private Stream<String> scrape() {
    client
        .post()
        .uri("/api/v1/predictions")
        .contentType(MediaType.APPLICATION_JSON)
        .body(request(window("a", 30)))
        .exchange()
        .expectStatus()
        .isOk();
    client
        .post()
        .uri("/api/v1/detections")
        .contentType(MediaType.TEXT_PLAIN)
        .body(CryoSatText.tle(36508, 120))
        .exchange()
        .expectStatus()
        .isOk();
    return Objects.requireNonNull(
            client
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody())
        .lines();
  }
}

package space.maneuver.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import space.maneuver.bench.measurement.ServerProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests to a service.
 *
 * @param service the process that runs it, which may be another one after a kill
 */
record Client(Supplier<ServerProcess> service) {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final String PAGE = "limit=1000";

  HttpResponse<String> get(String path) throws IOException {
    return send(request(path));
  }

  HttpResponse<String> post(String path, String elementSets) throws IOException {
    return send(
        request(path)
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString(elementSets)));
  }

  /** The changes after a number. */
  List<JsonNode> changes(long after) throws IOException {
    List<JsonNode> all = new ArrayList<>();
    long from = after;
    while (true) {
      JsonNode page = read("/api/v1/changes?backfill=true&after=" + from + "&" + PAGE);
      page.path("changes").forEach(all::add);
      if (page.path("last").asLong() == from) {
        return all;
      }
      from = page.path("last").asLong();
    }
  }

  /** Everything of a list that has pages. */
  List<JsonNode> all(String list, String query) throws IOException {
    List<JsonNode> all = new ArrayList<>();
    String place = query;
    while (true) {
      JsonNode page = read("/api/v1/" + list + "?" + PAGE + "&" + place);
      page.path(list).forEach(all::add);
      if (page.path("next").isNull()) {
        return all;
      }
      place = "cursor=" + page.path("next").asString();
    }
  }

  private JsonNode read(String path) throws IOException {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
            URI.create(
                "http://"
                    + service.get().address().getHostString()
                    + ":"
                    + service.get().address().getPort()
                    + path))
        .timeout(LONGEST);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}

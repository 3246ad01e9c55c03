package space.maneuver.command;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import space.maneuver.catalogue.StoredBatch;
import space.maneuver.command.IngestCommand.NotStoredException;
import space.maneuver.command.IngestCommand.Target;
import space.maneuver.orbit.format.PublishedElementSet;
import space.maneuver.orbit.format.PublishedWriter;
import space.maneuver.orbit.format.PublishedWriter.Layout;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The catalogue of a running service. A request that is refused because the service or its database
 * is busy, or that is not answered, is sent again.
 */
final class RemoteCatalogue implements Target {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String PATH = "api/v1/element-sets";
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofMinutes(2);
  private static final int ATTEMPTS = 6;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;
  private static final long LONGEST_PAUSE_SECONDS = 30;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final URI uri;
  private final @Nullable String apiKey;

  /**
   * @param service address of the service, with or without a slash at its end
   * @param apiKey null: none is sent
   */
  RemoteCatalogue(URI service, @Nullable String apiKey) {
    String base = service.toString();
    uri = URI.create(base.endsWith("/") ? base + PATH : base + "/" + PATH);
    this.apiKey = apiKey;
  }

  @Override
  public StoredBatch store(List<PublishedElementSet> batch) {
    try {
      HttpResponse<String> answer = answer(request(batch));
      JsonNode body = JSON.readTree(answer.body());
      if (answer.statusCode() != 200) {
        throw new NotStoredException(
            uri + " answered " + answer.statusCode() + ": " + body.path("detail").asString(""));
      }
      return new StoredBatch(
          body.path("accepted").asInt(),
          body.path("duplicates").asInt(),
          batch.stream().map(PublishedElementSet::noradId).collect(Collectors.toSet()));
    } catch (JacksonException e) {
      throw new NotStoredException(uri + " did not answer in JSON");
    }
  }

  private HttpRequest request(List<PublishedElementSet> batch) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(ANSWER)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json(batch)));
    if (apiKey != null) {
      request.header("X-API-Key", apiKey);
    }
    return request.build();
  }

  private static String json(List<PublishedElementSet> batch) {
    StringWriter text = new StringWriter();
    try {
      PublishedWriter writer = new PublishedWriter(Layout.JSON, text);
      for (PublishedElementSet each : batch) {
        writer.write(each);
      }
      writer.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private HttpResponse<String> answer(HttpRequest request) {
    for (int attempt = 1; ; attempt++) {
      long pause = attempt;
      try {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        int status = answer.statusCode();
        if (attempt == ATTEMPTS || status != UNAVAILABLE && status != TOO_MANY_REQUESTS) {
          return answer;
        }
        pause =
            answer
                .headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Long::parseLong)
                .orElse(pause);
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw new NotStoredException(uri + " does not answer: " + e);
        }
      } catch (InterruptedException e) {
        throw interrupted();
      }
      try {
        Thread.sleep(Duration.ofSeconds(Math.min(pause, LONGEST_PAUSE_SECONDS)).toMillis());
      } catch (InterruptedException e) {
        throw interrupted();
      }
    }
  }

  private static NotStoredException interrupted() {
    Thread.currentThread().interrupt();
    return new NotStoredException("interrupted");
  }

  @Override
  public void close() {
    // The client has nothing to close before Java 21.
  }
}

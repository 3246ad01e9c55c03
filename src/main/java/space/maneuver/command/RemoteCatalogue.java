package space.maneuver.command;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import space.maneuver.catalogue.Catalogue.StoredBatch;
import space.maneuver.catalogue.maneuvers.Review;
import space.maneuver.command.IngestCommand.Target;
import space.maneuver.command.LabelsCommand.ReviewedCatalogue;
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
final class RemoteCatalogue implements Target, ReviewedCatalogue {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String API = "api/v1/";
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofMinutes(2);
  private static final int ATTEMPTS = 6;
  private static final int OK = 200;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;
  private static final long LONGEST_PAUSE_SECONDS = 30;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final String api;
  private final @Nullable String apiKey;

  /**
   * @param service address of the service, with or without a slash at its end
   * @param apiKey null: none is sent
   */
  RemoteCatalogue(URI service, @Nullable String apiKey) {
    String base = service.toString();
    api = (base.endsWith("/") ? base : base + "/") + API;
    this.apiKey = apiKey;
  }

  /** Thrown when a service refuses a request, or does not answer; the message says why. */
  static final class ServiceFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServiceFailedException(String message) {
      super(message);
    }
  }

  @Override
  public StoredBatch store(List<PublishedElementSet> batch) {
    try {
      JsonNode body = JSON.readTree(text(request(batch)));
      return new StoredBatch(
          body.path("accepted").asInt(),
          body.path("duplicates").asInt(),
          batch.stream().map(PublishedElementSet::noradId).collect(Collectors.toSet()));
    } catch (JacksonException e) {
      throw new ServiceFailedException(api + " did not answer in JSON");
    }
  }

  /** What analysts judged. */
  @Override
  public List<Review> reviews() {
    try {
      JsonNode body = JSON.readTree(text(request("reviews?format=json").GET().build()));
      if (body.path("reviews").isArray()) {
        return JSON.treeToValue(body, Reviews.class).reviews();
      }
    } catch (JacksonException e) {
      // Refused below.
    }
    throw new ServiceFailedException(api + "reviews did not answer with reviews in JSON");
  }

  private record Reviews(List<Review> reviews) {}

  @Override
  public void elementSets(int noradId, Path to) throws IOException {
    HttpRequest request = request("objects/" + noradId + "/element-sets?format=json").GET().build();
    HttpResponse<Path> answer =
        answer(
            request,
            BodyHandlers.ofFile(
                to,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING));
    if (answer.statusCode() != OK) {
      String body = Files.readString(to);
      Files.delete(to);
      throw failed(request, answer.statusCode(), body);
    }
  }

  /** The body of an answer that is a success. */
  private String text(HttpRequest request) {
    HttpResponse<String> answer = answer(request, BodyHandlers.ofString());
    if (answer.statusCode() != OK) {
      throw failed(request, answer.statusCode(), answer.body());
    }
    return answer.body();
  }

  private static ServiceFailedException failed(HttpRequest request, int status, String body) {
    String detail;
    try {
      detail = JSON.readTree(body).path("detail").asString("");
    } catch (JacksonException e) {
      return new ServiceFailedException(request.uri() + " did not answer in JSON");
    }
    return new ServiceFailedException(request.uri() + " answered " + status + ": " + detail);
  }

  private HttpRequest request(List<PublishedElementSet> batch) {
    return request("element-sets")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json(batch)))
        .build();
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api + path)).timeout(ANSWER);
    return apiKey == null ? request : request.header("X-API-Key", apiKey);
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

  private <T> HttpResponse<T> answer(HttpRequest request, BodyHandler<T> body) {
    for (int attempt = 1; ; attempt++) {
      long pause = attempt;
      try {
        HttpResponse<T> answer = http.send(request, body);
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
          throw new ServiceFailedException(request.uri() + " does not answer: " + e);
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

  private static ServiceFailedException interrupted() {
    Thread.currentThread().interrupt();
    return new ServiceFailedException("interrupted");
  }

  @Override
  public void close() {
    // The client has nothing to close before Java 21.
  }
}

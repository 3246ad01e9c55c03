package space.maneuver.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import space.maneuver.testing.SimulatedTles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The running service, called without a client, to know what the clients must see.
 *
 * @param uri of the service
 */
record Service(String uri) {

  private static final JsonMapper MAPPER = new JsonMapper();

  /** Two hundred days of a simulated satellite with burns. */
  static final String HISTORY = SimulatedTles.days200();

  /** The catalogue number of the satellite. */
  static final int OBJECT = 80_000;

  private static final Duration LONGEST_SEARCH = Duration.ofMinutes(2);
  private static final Duration SEARCH_POLL = Duration.ofMillis(50);

  static Service on(int port) {
    return new Service("http://localhost:" + port);
  }

  JsonNode get(String path) {
    return answer(path, HttpRequest.newBuilder().GET());
  }

  JsonNode post(String path, String type, String body) {
    BodyPublisher publisher = BodyPublishers.ofString(body);
    return answer(path, HttpRequest.newBuilder().header("Content-Type", type).POST(publisher));
  }

  private JsonNode answer(String path, HttpRequest.Builder request) {
    try {
      HttpRequest whole = request.uri(URI.create(uri + path)).build();
      String body = HttpClient.newHttpClient().send(whole, BodyHandlers.ofString()).body();
      return MAPPER.readTree(body);
    } catch (IOException e) {
      throw new IllegalStateException(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(path, e);
    }
  }

  /** Returns what a program that uses the client correctly must print. */
  ClientSummary summary() {
    JsonNode models = get("/api/v1/models");
    String defaultModel = models.at("/default/name").asString();
    JsonNode features = post("/api/v1/features?days=60&strideDays=60", "text/plain", HISTORY);
    JsonNode predictions = post("/api/v1/predictions", "application/json", features.toString());
    JsonNode problem = get("/api/v1/models/none");
    return new ClientSummary(
        defaultModel,
        texts(models.get("models"), "/name"),
        texts(get("/api/v1/models/" + defaultModel).at("/features/channels"), "/unit"),
        maneuvers(post("/api/v1/detections", "text/plain", HISTORY).at("/objects/0/maneuvers")),
        each(features.get("windows")).stream().map(window -> window.get("days").asInt()).toList(),
        each(predictions.get("predictions")).stream()
            .map(prediction -> prediction.get("probability").asDouble())
            .toList(),
        catalogue(),
        new ClientSummary.Problem(
            problem.get("status").asInt(),
            problem.get("code").asString(),
            problem.at("/errors/0/field").asString()),
        inference());
  }

  private ClientSummary.Catalogue catalogue() {
    JsonNode stored = post("/api/v1/element-sets", "text/plain", HISTORY);
    JsonNode objects = get("/api/v1/objects?query=" + OBJECT).get("objects");
    String object = "/api/v1/objects/" + OBJECT;
    awaitSearch();
    JsonNode maneuvers = get("/api/v1/maneuvers?sort=epoch&noradId=" + OBJECT).get("maneuvers");
    JsonNode revisions =
        get("/api/v1/maneuvers/" + maneuvers.at("/0/id").asString() + "/revisions");
    String changes = "/api/v1/changes?after=0&backfill=true&noradId=" + OBJECT;
    ClientSummary.Catalogue summary =
        new ClientSummary.Catalogue(
            stored.get("accepted").asInt() + stored.get("duplicates").asInt(),
            each(objects).stream().map(each -> each.get("noradId").asInt()).toList(),
            get(object).get("elementSets").asInt(),
            get(object + "/element-sets").size(),
            get(object + "/series?from=2000-01-01T00:00:00Z").at("/series/epoch").size(),
            maneuvers.size(),
            revisions.get("revisions").size(),
            each(get(changes).get("changes")).stream()
                .filter(change -> change.hasNonNull("maneuver"))
                .map(change -> change.get("type").asString())
                .toList(),
            List.of("unsure", "quiet"),
            List.of(OBJECT));
    answer(object, HttpRequest.newBuilder().DELETE());
    return summary;
  }

  /** Waits until the object has been searched. */
  void awaitSearch() {
    Instant end = Instant.now().plus(LONGEST_SEARCH);
    JsonNode object = get("/api/v1/objects/" + OBJECT);
    while (!object.get("searchedThrough").equals(object.get("lastEpoch"))) {
      assertThat(Instant.now()).as("the search takes too long").isBefore(end);
      LockSupport.parkNanos(SEARCH_POLL.toNanos());
      object = get("/api/v1/objects/" + OBJECT);
    }
  }

  private ClientSummary.Inference inference() {
    String daily = "/v2/models/" + ClientTest.DAILY;
    JsonNode model = get(daily);
    String query = "?model=" + ClientTest.DAILY;
    JsonNode windows =
        post("/api/v1/features" + query + "&days=30&strideDays=60", "text/plain", HISTORY);
    // The protocol has no regimes, so its calibration is the one for all; its outputs are floats.
    windows.get("windows").forEach(window -> ((ObjectNode) window).remove("regime"));
    List<Double> probabilities =
        each(
                post("/api/v1/predictions" + query, "application/json", windows.toString())
                    .get("predictions"))
            .stream()
            .map(
                prediction ->
                    Double.valueOf(Float.toString(prediction.get("probability").floatValue())))
            .toList();
    List<Double> twice = new ArrayList<>(probabilities);
    twice.addAll(probabilities);
    return new ClientSummary.Inference(
        get("/v2").get("name").asString(),
        true,
        each(model.get("versions")).stream().map(JsonNode::asString).toList(),
        texts(model.get("inputs"), "/name"),
        twice,
        get("/v2/models/none").get("error").asString());
  }

  private static List<ClientSummary.Maneuver> maneuvers(JsonNode list) {
    return each(list).stream()
        .map(
            maneuver ->
                new ClientSummary.Maneuver(
                    Instant.parse(maneuver.get("epoch").asString()).getEpochSecond(),
                    maneuver.get("type").asString(),
                    maneuver.get("deltaV").isNull()
                        ? null
                        : maneuver.at("/deltaV/total").asDouble()))
        .toList();
  }

  private static List<String> texts(JsonNode list, String pointer) {
    return each(list).stream().map(entry -> entry.at(pointer).asString()).toList();
  }

  private static List<JsonNode> each(JsonNode list) {
    List<JsonNode> entries = new ArrayList<>();
    list.forEach(entries::add);
    return entries;
  }
}

package space.maneuver.bench;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import space.maneuver.bench.measurement.ServerProcess;
import space.maneuver.bench.measurement.Sleep;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.format.GpJsonWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends a service the element sets of many objects, then those of another day, and reads its lists:
 * the rate of storing, the time of a day's update, and how fast the lists are answered.
 */
final class KeptCatalogueProof implements Proof {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int OBJECTS_A_REQUEST = 200;

  /** An object gets two or three element sets a day. */
  private static final int FEW = 2;

  private static final double LEAST_STORED = 20_000;
  private static final double MOST_UPDATE_SECONDS = 240;
  private static final double MOST_MEGABYTES = 1_536;
  private static final double MOST_P99 = 50;

  /** Of the service without a store. */
  private static final double MOST_RATIO = 1.3;

  private static final double MOST_BYTES = 220;
  private static final double MEGABYTE = 1 << 20;
  private static final int PAGES = 100;
  private static final int ROUNDS = 20;
  private static final int ROUNDS_QUICK = 2;
  private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(50);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration LONGEST_SEARCH = Duration.ofHours(2);
  private static final List<String> LISTS =
      List.of(
          "objects?sort=noradId",
          "objects?sort=name",
          "objects?sort=-lastEpoch",
          "objects?sort=-lastManeuver",
          "objects?sort=-probability30Days",
          "objects?query=BENCH&regime=LEO",
          "maneuvers?sort=-epoch",
          "maneuvers?sort=epoch",
          "maneuvers?sort=-updatedAt",
          "maneuvers?status=provisional",
          "maneuvers?minConfidence=0.9",
          "maneuvers?regime=LEO&kinds=burn",
          "maneuvers?noradId=10001,10002,10003",
          "maneuvers?from=2010-04-01T00:00:00Z&to=2010-05-01T00:00:00Z",
          "maneuvers?updatedSince=2026-01-01T00:00:00Z");

  private final Size size;
  private final String storeUrl;
  private final boolean quick;
  private final HttpClient http = HttpClient.newHttpClient();

  /**
   * A size of a catalogue.
   *
   * @param objects number of objects
   * @param elementSets of each, before and after the update
   */
  record Size(int objects, int elementSets) {

    static final Size QUICK = new Size(200, BenchCatalogue.ELEMENT_SETS);
  }

  /**
   * @param storeUrl JDBC URL of an empty PostgreSQL database; null for the embedded store
   * @param quick whether to ask for each list only a few times
   */
  KeptCatalogueProof(Size size, @Nullable String storeUrl, boolean quick) {
    this.size = size;
    this.storeUrl = storeUrl == null ? "" : storeUrl;
    this.quick = quick;
  }

  @Override
  public int stages() {
    return 5;
  }

  @Override
  public List<BenchRow> run(Path directory, Consumer<String> progress) throws IOException {
    BenchCatalogue catalogue = new BenchCatalogue(size.elementSets, OrbitRegime.LEO);
    List<BenchRow> rows = new ArrayList<>();
    rows.add(BenchRow.of("objects", size.objects, ""));
    progress.accept("starting");
    double ready;
    double resident;
    try (ServerProcess server = start(directory, "none")) {
      ready = server.readyAfter().toMillis();
      resident = megabytes(server);
    }
    Path store = directory.resolve("catalogue");
    try (ServerProcess server = start(directory, storeUrl, "--maneuver.store.directory=" + store)) {
      rows.add(
          BenchRow.atMost(
              "ready, of the time without a store",
              server.readyAfter().toMillis() / ready,
              "",
              MOST_RATIO));
      rows.add(
          BenchRow.atMost(
              "resident, of that without a store", megabytes(server) / resident, "", MOST_RATIO));
      progress.accept("storing");
      Sent sent = send(server, catalogue, false);
      rows.add(BenchRow.of("element sets", sent.elementSets, ""));
      rows.add(
          BenchRow.atLeast(
              "stored, durable", sent.elementSets / sent.seconds, "element sets/s", LEAST_STORED));
      progress.accept("searching");
      rows.add(BenchRow.of("searched after another", awaitSearch(server), "s"));
      if (storeUrl.isEmpty()) {
        rows.add(
            BenchRow.atMost(
                "store",
                (double) bytes(store) / sent.elementSets,
                "bytes/element set",
                MOST_BYTES));
      }
      progress.accept("a day's update");
      long start = System.nanoTime();
      send(server, catalogue, true);
      awaitSearch(server);
      rows.add(
          BenchRow.atMost(
              "update of a day, to the last change",
              (System.nanoTime() - start) / 1e9,
              "s",
              MOST_UPDATE_SECONDS));
      rows.add(BenchRow.atMost("resident after it", megabytes(server), "MB", MOST_MEGABYTES));
      progress.accept("lists");
      rows.addAll(lists(server));
    }
    return rows;
  }

  private static ServerProcess start(Path directory, String storeUrl, String... settings)
      throws IOException {
    List<String> all = new ArrayList<>(List.of(settings));
    all.add("--maneuver.store.url=" + storeUrl);
    all.add("--maneuver.catalogue.search-threads=" + Runtime.getRuntime().availableProcessors());
    return ServerProcess.start(directory, List.of("-Xmx1g"), all);
  }

  private static double megabytes(ServerProcess server) {
    return server.residentBytes().orElse(0) / MEGABYTE;
  }

  /** The files of the store, without what SQLite has yet to write to its place. */
  private static long bytes(Path store) throws IOException {
    try (Stream<Path> files = Files.list(store)) {
      return files
          .filter(file -> file.toString().endsWith(".db"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }

  /** What was sent, with the time from the first request to the last answer without gaps. */
  private record Sent(long elementSets, double seconds) {}

  private Sent send(ServerProcess server, BenchCatalogue catalogue, boolean update)
      throws IOException {
    long elementSets = 0;
    long nanos = 0;
    List<ElementSet> batch = new ArrayList<>();
    int[] number = new int[1];
    for (List<ElementSet> object :
        (Iterable<List<ElementSet>>)
            catalogue.objects(size.objects).map(each -> part(each.elements(), number[0]++, update))
                ::iterator) {
      batch.addAll(object);
      if (number[0] % OBJECTS_A_REQUEST == 0 || number[0] == size.objects) {
        byte[] body = json(batch);
        long start = System.nanoTime();
        JsonNode answer = JSON.readTree(post(server, body).body());
        nanos += System.nanoTime() - start;
        if (answer.path("accepted").asInt() != batch.size()) {
          throw new IOException("not all element sets were stored: " + answer);
        }
        elementSets += batch.size();
        batch.clear();
      }
    }
    return new Sent(elementSets, nanos / 1e9);
  }

  private static List<ElementSet> part(List<ElementSet> all, int number, boolean update) {
    int known = all.size() - FEW - number % 2;
    return update ? all.subList(known, all.size()) : all.subList(0, known);
  }

  private static byte[] json(List<ElementSet> elements) throws IOException {
    StringWriter text = new StringWriter();
    GpJsonWriter.write(elements, text);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private HttpResponse<String> post(ServerProcess server, byte[] body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://"
                        + server.address().getHostString()
                        + ":"
                        + server.address().getPort()
                        + "/api/v1/element-sets"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Waits until no object is due, and returns the seconds that this took. */
  private static double awaitSearch(ServerProcess server) throws IOException {
    long start = System.nanoTime();
    while (due(server) > 0) {
      if (System.nanoTime() - start > LONGEST_SEARCH.toNanos()) {
        throw new IOException("the search did not end within " + LONGEST_SEARCH);
      }
      Sleep.pause(POLL);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static double due(ServerProcess server) throws IOException {
    return server
        .get("/actuator/prometheus")
        .body()
        .lines()
        .filter(line -> line.startsWith("maneuver_catalogue_due_objects"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .findFirst()
        .orElseThrow(() -> new IOException("the metric maneuver_catalogue_due_objects is missing"));
  }

  private List<BenchRow> lists(ServerProcess server) throws IOException {
    List<BenchRow> rows = new ArrayList<>();
    for (String list : LISTS) {
      String first = "/api/v1/" + list;
      String hundredth = page(server, first);
      Histogram millis = new Histogram(3);
      for (int i = 0; i < (quick ? ROUNDS_QUICK : ROUNDS); i++) {
        for (String path : hundredth == null ? List.of(first) : List.of(first, hundredth)) {
          long start = System.nanoTime();
          server.get(path);
          millis.recordValue((System.nanoTime() - start) / 1_000);
          Sleep.pause(BETWEEN_REQUESTS);
        }
      }
      rows.add(
          BenchRow.atMost(
              list.substring(0, Math.min(40, list.length())),
              millis.getValueAtPercentile(99) / 1e3,
              hundredth == null ? "ms, p99, first page" : "ms, p99, first and 100th page",
              MOST_P99));
    }
    return rows;
  }

  /** The path of the hundredth page of a list; null if it has fewer. */
  private static @Nullable String page(ServerProcess server, String first) throws IOException {
    String path = first;
    for (int number = 1; number < PAGES; number++) {
      JsonNode next = JSON.readTree(server.get(path).body()).path("next");
      if (!next.isString()) {
        return null;
      }
      path =
          first.substring(0, first.indexOf('?'))
              + "?cursor="
              + URLEncoder.encode(next.asString(), StandardCharsets.UTF_8);
    }
    return path;
  }
}

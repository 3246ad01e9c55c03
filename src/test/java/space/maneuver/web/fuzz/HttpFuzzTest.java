package space.maneuver.web.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import space.maneuver.inference.InferenceThreads;
import space.maneuver.web.HttpTest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Sends mutated requests to the running service. Each is answered within a minute, with a
 * well-formed response or problem, never with an internal error; no record or window suppresses or
 * changes the result of a valid one beside it; and afterwards the service answers as before. {@code
 * fuzz.cases} and {@code fuzz.seed} set the number of requests, over all kinds, and their seed; the
 * case that a failure names belongs into {@code fuzz/http-cases.csv}, from where it is replayed for
 * good.
 */
@HttpTest
@TestPropertySource(
    properties = {
      "maneuver.limits.body=2MB",
      "maneuver.limits.windows=64",
      "maneuver.limits.element-sets=2000"
    })
class HttpFuzzTest {

  private static final int CASES = Integer.getInteger("fuzz.cases", 2_000);
  private static final long FIRST_SEED = Long.getLong("fuzz.seed", 2026);
  private static final int MOST_FAILURES = Integer.getInteger("fuzz.failures", 5);
  private static final Set<String> NO_NUMBERS = Set.of("NaN", "Infinity", "-Infinity");

  /** Problems without errors that refer to the request. */
  private static final Set<String> WITHOUT_FAULTS = Set.of("not-found", "deadline-exceeded");

  /** Fields that quote the request. */
  private static final Set<String> REPEATED =
      Set.of("id", "value", "name", "reason", "detail", "requestId");

  private static @Nullable Undamaged undamaged;

  private int compared;

  @Autowired private InferenceThreads threads;
  @LocalServerPort private int port;

  @ParameterizedTest
  @EnumSource
  void mutatedRequestsAreAnsweredWithoutAffectingOthers(Kind kind) throws IOException {
    Undamaged before = undamaged();
    FuzzRequests requests = new FuzzRequests(before);
    List<String> failures = new ArrayList<>();
    int cases = (CASES + Kind.values().length - 1) / Kind.values().length;
    for (long seed = FIRST_SEED; seed < FIRST_SEED + cases; seed++) {
      String failure = failure(requests.of(kind, seed));
      if (failure != null) {
        failures.add("case " + kind + "," + seed + ": " + failure);
      }
      if (failures.size() == MOST_FAILURES) {
        break;
      }
    }
    if (!failures.isEmpty()) {
      throw new AssertionError(failures.size() + " cases\n\n" + String.join("\n\n", failures));
    }
    // After a mutation of a query or a path there is nothing to compare with.
    assertThat(compared).as("answers compared").isGreaterThan(kind == Kind.QUERY ? -1 : 0);
    requireAsBefore(before);
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @CsvFileSource(resources = "/fuzz/http-cases.csv", numLinesToSkip = 1)
  void casesThatOnceFailedStillPass(Kind kind, long seed) throws IOException {
    assertThat(failure(new FuzzRequests(undamaged()).of(kind, seed))).isNull();
  }

  private Undamaged undamaged() throws IOException {
    if (undamaged == null) {
      undamaged = Undamaged.ask(port);
    }
    return undamaged;
  }

  private void requireAsBefore(Undamaged before) throws IOException {
    await().untilAsserted(() -> assertThat(threads.waiting()).as("windows that wait").isZero());
    Undamaged after = Undamaged.ask(port);
    assertThat(after.detections()).isEqualTo(before.detections());
    assertThat(after.features()).isEqualTo(before.features());
  }

  /** Returns what is wrong with the response, and the request; null if nothing is. */
  private @Nullable String failure(FuzzRequest request) {
    Reply reply = null;
    try {
      reply = request.send(port);
      check(request, reply);
      return null;
    } catch (SocketTimeoutException e) {
      return "no answer within a minute\n" + request;
    } catch (IOException | RuntimeException | AssertionError e) {
      String answer =
          reply == null ? "" : reply.status() + " " + reply.headers() + "\n" + reply.text();
      return e + "\n\nto\n" + request + "\n\nanswered\n" + shown(answer);
    }
  }

  private void check(FuzzRequest request, Reply reply) {
    if (!reply.whole()) {
      boolean cutShort = request.broken || request.hurried;
      assertThat(cutShort && reply.type().equals("application/x-ndjson"))
          .as("an answer may break off")
          .isTrue();
      return;
    }
    boolean allowed =
        reply.status() < 500
            || reply.status() == 504 && request.hurried
            || (reply.status() == 501 || reply.status() == 505) && request.beyondHttp;
    assertThat(allowed).as("%d may be the answer", reply.status()).isTrue();
    if (request.method.equals("HEAD") || request.method.equals("OPTIONS")) {
      return;
    }
    if (reply.status() >= 400) {
      problem(request, reply);
      return;
    }
    assertThat(reply.status()).isEqualTo(200);
    if (request.method.equals("POST")) {
      wellFormed(reply);
      if (request.check != null) {
        request.check.check(reply);
        compared++;
      }
    }
  }

  private static void wellFormed(Reply reply) {
    assertThat(reply.type())
        .isIn("application/json", "application/x-ndjson", "application/octet-stream");
    if (reply.type().equals("application/octet-stream")) {
      assertThat(reply.header("inference-header-content-length")).isNotNull();
      return;
    }
    Undamaged.documents(reply).forEach(each -> requireNumbers("", each));
  }

  private static void problem(FuzzRequest request, Reply reply) {
    JsonNode body;
    try {
      body = Undamaged.MAPPER.readTree(reply.body());
    } catch (JacksonException e) {
      throw new AssertionError("the problem is no JSON", e);
    }
    if (reply.type().equals("application/json")) {
      assertThat(request.path).startsWith("/v2");
      assertThat(body.get("error").asString()).isNotBlank();
      return;
    }
    assertThat(reply.type()).isEqualTo("application/problem+json");
    assertThat(body.get("status").asInt()).isEqualTo(reply.status());
    assertThat(body.get("code").asString()).matches("[a-z]+(-[a-z]+)*");
    for (String field : List.of("type", "title", "detail")) {
      assertThat(body.get(field).asString()).as(field).isNotBlank();
    }
    assertThat(body.get("errors").isArray()).as("errors is a list").isTrue();
    if (!WITHOUT_FAULTS.contains(body.get("code").asString())) {
      assertThat(body.get("errors").size()).as("number of errors").isPositive();
    }
    for (JsonNode error : body.get("errors")) {
      for (String field : List.of("field", "place", "reason")) {
        assertThat(error.path(field).asString("")).as("errors[].%s", field).isNotBlank();
      }
    }
    requireNumbers("", body);
  }

  private static void requireNumbers(String name, JsonNode value) {
    if (value.isString() && !REPEATED.contains(name)) {
      assertThat(NO_NUMBERS).as(name).doesNotContain(value.asString());
    }
    value.properties().forEach(each -> requireNumbers(each.getKey(), each.getValue()));
    if (value.isArray()) {
      value.forEach(each -> requireNumbers(name, each));
    }
  }

  private static String shown(String text) {
    return text.length() <= 3_000 ? text : text.substring(0, 3_000) + "...";
  }
}

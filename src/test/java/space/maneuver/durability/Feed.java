package space.maneuver.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/** The feed of changes of a catalogue in which nothing is due. */
record Feed(List<JsonNode> changes) {

  /** Less than a claim holds: those of a killed process must not have to end by themselves. */
  private static final Duration LONGEST = Duration.ofMinutes(9);

  /** Waits until all objects are searched, and reads the feed. */
  static Feed complete(Client client) throws IOException {
    await()
        .atMost(LONGEST)
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () ->
                client.all("objects", "").stream()
                    .allMatch(each -> each.path("searchedThrough").equals(each.path("lastEpoch"))));
    return new Feed(client.changes(0));
  }

  /** Checks that each revision of each maneuver was told once, in its order. */
  void assertNothingMissingOrTwice(Client client) throws IOException {
    assertThat(changes)
        .extracting(each -> each.path("seq").asLong())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, changes.size()).boxed().toList());
    Map<Long, Integer> told = new HashMap<>();
    for (JsonNode change : changes) {
      JsonNode maneuver = change.path("maneuver");
      int before = told.getOrDefault(maneuver.path("id").asLong(), 0);
      assertThat(maneuver.path("revision").asInt()).as("%s", change).isEqualTo(before + 1);
      told.put(maneuver.path("id").asLong(), before + 1);
    }
    Map<Long, Integer> kept = new HashMap<>();
    for (JsonNode maneuver : client.all("maneuvers", "status=provisional,confirmed,withdrawn")) {
      kept.put(maneuver.path("id").asLong(), maneuver.path("revision").asInt());
    }
    assertThat(kept).isNotEmpty().isEqualTo(told);
  }
}

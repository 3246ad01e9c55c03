package space.maneuver.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.StringWriter;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import space.maneuver.catalogue.maneuvers.Review.Verdict;
import space.maneuver.exchange.ExportedManeuvers.Counting;
import space.maneuver.exchange.ExportedManeuvers.CountingWriter;
import space.maneuver.exchange.ManeuverUdl.DataMode;
import space.maneuver.exchange.ManeuverUdl.Origin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ManeuverUdlTest {

  private static final Origin ORIGIN = new Origin("here", "U//FOUO", DataMode.SIMULATED);

  @Test
  void recordHasTheFieldsOfTheLibrary() {
    JsonNode record = written(ExportedManeuvers.of(17, 25_544, "ISS")).get(0);

    assertThat(record.get("classificationMarking").asString()).isEqualTo("U//FOUO");
    assertThat(record.get("dataMode").asString()).isEqualTo("SIMULATED");
    assertThat(record.get("source").asString()).isEqualTo("here");
    assertThat(record.get("satNo").asInt()).isEqualTo(25_544);
    assertThat(record.get("eventId").asString()).isEqualTo("17");
    assertThat(record.get("eventStartTime").asString()).isEqualTo("2026-01-02T02:04:05.678901Z");
    assertThat(record.get("eventEndTime").asString()).isEqualTo("2026-01-02T03:34:05.678901Z");
    assertThat(record.get("reportTime").asString()).isEqualTo("2026-01-03T03:04:05.678901Z");
    assertThat(record.get("status").asString()).isEqualTo("VERIFIED");
    assertThat(record.get("algorithm").asString()).isEqualTo("test:1.0.0");
    assertThat(record.get("maneuverUnc").asDouble()).isEqualTo(0.25);
    assertThat(record.get("deltaVel").asDouble()).isCloseTo(5e-4, within(1e-12));
    assertThat(record.has("deltaVelU")).isFalse();
    assertThat(record.get("deltaVelV").asDouble()).isCloseTo(-3e-4, within(1e-12));
    assertThat(record.get("deltaVelW").asDouble()).isCloseTo(4e-4, within(1e-12));
    assertThat(record.get("description").asString()).startsWith("ISS: burn");
  }

  @Test
  void whatIsUnknownIsLeftOut() {
    JsonNode record = written(ExportedManeuvers.of(17, 25_544, null, null, Verdict.BURN)).get(0);

    assertThat(record.has("deltaVel")).isFalse();
    assertThat(record.has("deltaVelV")).isFalse();
    assertThat(record.get("description").asString()).endsWith("reviewed: burn");
    assertThat(written()).isEmpty();
  }

  @Test
  void modeOfTheDataIsOneOfTheLibrary() {
    assertThat(DataMode.of(" simulated")).isEqualTo(DataMode.SIMULATED);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DataMode.of("fake"))
        .withMessage("must be one of [REAL, TEST, SIMULATED, EXERCISE], not fake");
  }

  @Test
  void maneuversAreWrittenAsTheyAreRead() {
    CountingWriter out = new CountingWriter("\"satNo\"");
    ManeuverUdl udl = new ManeuverUdl(ORIGIN, out);

    Iterator<ExportedManeuver> all = new Counting(20_000, out);
    while (all.hasNext()) {
      udl.maneuver(all.next());
    }
    udl.end();

    assertThat(out.seen()).isEqualTo(20_000);
  }

  private static JsonNode written(ExportedManeuver... all) {
    StringWriter out = new StringWriter();
    ManeuverUdl udl = new ManeuverUdl(ORIGIN, out);
    List.of(all).forEach(udl::maneuver);
    udl.end();
    return new JsonMapper().readTree(out.toString());
  }
}

package space.maneuver.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import space.maneuver.evaluation.metrics.events.LabelledSatellite;
import space.maneuver.orbit.OrbitRegime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The cases in files that were made with the reference scorers. */
public final class ReferenceCases {

  private static final double TOLERANCE = 1e-9;

  private ReferenceCases() {}

  public static List<JsonNode> read(String name) throws IOException {
    try (InputStream in = ReferenceCases.class.getResourceAsStream("/evaluation/" + name)) {
      return list(new JsonMapper().readTree(Objects.requireNonNull(in, name)));
    }
  }

  public static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  public static LabelledSatellite satellite(JsonNode node) {
    return new LabelledSatellite(
        node.get("name").stringValue(),
        OrbitRegime.LEO,
        list(node.get("burns")).stream()
            .map(burn -> LabelledDays.burn(burn.get(0).doubleValue(), burn.get(1).doubleValue()))
            .toList(),
        list(node.get("epochs")).stream().map(JsonNode::doubleValue).toList());
  }

  public static void assertNumber(String what, JsonNode expected, @Nullable Double actual) {
    if (expected.isNull()) {
      assertThat(actual).as(what).isNull();
    } else {
      assertThat(actual).as(what).isCloseTo(expected.doubleValue(), within(TOLERANCE));
    }
  }
}

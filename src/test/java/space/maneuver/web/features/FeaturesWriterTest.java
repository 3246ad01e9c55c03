package space.maneuver.web.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import space.maneuver.detection.ObjectReport.ObjectError;
import space.maneuver.exchange.RejectedRecord;
import space.maneuver.model.bundle.BundleReader;
import space.maneuver.web.elements.ElementSetRequests.ElementSetIntake;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeaturesWriterTest {

  @Test
  void objectWithoutWindowsIsListedAfterTheRejectedRecords() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FeaturesWriter writer = new FeaturesWriter(new JsonMapper(), out);
    RejectedRecord record = new RejectedRecord(null, 3L, null, "checksum", "1", "is wrong");
    ObjectError error = new ObjectError(ObjectError.Code.SEARCH_FAILED, "no such orbit");

    writer.begin(BundleReader.readFromClassPath("maneuver-lstm").description());
    writer.end(
        new ElementSetIntake(List.of(), List.of(record), 7), List.of(RejectedRecord.of(5, error)));

    JsonNode answer = new JsonMapper().readTree(out.toByteArray());
    assertThat(answer.get("rejectedCount").asInt()).isEqualTo(8);
    assertThat(answer.at("/rejected/0/line").asInt()).isEqualTo(3);
    assertThat(answer.at("/rejected/1").toString())
        .isEqualTo("{\"field\":\"noradId\",\"value\":\"5\",\"reason\":\"no such orbit\"}");
  }
}

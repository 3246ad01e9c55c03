package space.maneuver.orbit.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import space.maneuver.orbit.format.Rejection.FieldFault;
import space.maneuver.testing.CryoSatText;
import space.maneuver.testing.Reading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TableRecordTest {

  private static final List<String> LINES = CryoSatText.tle(36_508, 1).lines().toList();

  private static String line(char first) {
    return LINES.stream().filter(line -> line.charAt(0) == first).findFirst().orElseThrow();
  }

  private static Map<String, String> fields() {
    Map<String, String> fields = new HashMap<>();
    JsonNode record = JsonMapper.shared().readTree(CryoSatText.gpJson(36_508, 1)).get(0);
    record.propertyNames().forEach(name -> fields.put(name, record.get(name).asString()));
    return fields;
  }

  @Test
  void fieldsGiveTheElementSetOfTheirDocument() throws Exception {
    assertThat(TableRecord.ofFields(name -> fields().getOrDefault(name, "")))
        .isEqualTo(Reading.of(CryoSatText.gpJson(36_508, 1)).only());
  }

  @Test
  void linesGiveTheElementSetOfTheirDocument() throws Exception {
    assertThat(TableRecord.ofLines(null, line('1') + "  ", line('2')))
        .isEqualTo(Reading.of(CryoSatText.tle(36_508, 1)).only());
  }

  @Test
  void eachRequiredFieldIsMissedByItsName() {
    assertThat(TableRecord.REQUIRED).contains("NORAD_CAT_ID", "EPOCH", "MEAN_MOTION", "BSTAR");
    assertThat(TableRecord.FIELDS).containsAll(TableRecord.REQUIRED).contains("OBJECT_TYPE");
    for (String field : TableRecord.REQUIRED) {
      Map<String, String> fields = fields();
      fields.remove(field);
      assertThatExceptionOfType(FieldFault.class)
          .isThrownBy(() -> TableRecord.ofFields(name -> fields.getOrDefault(name, "")))
          .satisfies(fault -> assertThat(fault.field()).isEqualTo(field))
          .withMessage("is missing");
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1, line 2", "2, 2, line 1"})
  void swappedOrRepeatedLinesAreRefused(char first, char second, String field) {
    assertThatExceptionOfType(FieldFault.class)
        .isThrownBy(() -> TableRecord.ofLines(null, line(first), line(second)))
        .satisfies(fault -> assertThat(fault.field()).isEqualTo(field));
  }

  @Test
  void linesOfTwoObjectsAreRefused() {
    String other =
        CryoSatText.tle(36_509, 1).lines().filter(line -> line.startsWith("2 ")).findFirst().get();

    assertThatExceptionOfType(FieldFault.class)
        .isThrownBy(() -> TableRecord.ofLines(null, line('1'), other))
        .satisfies(fault -> assertThat(fault.field()).isEqualTo("satellite number"))
        .withMessage("line 1 has 36508");
  }
}

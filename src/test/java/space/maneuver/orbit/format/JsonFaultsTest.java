package space.maneuver.orbit.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class JsonFaultsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [1                | Unexpected end-of-input: expected close marker for Array
          {"a": / }         | Unexpected character ('/' (code 47))
          {"a": NaN}        | Non-standard token 'NaN'
          {"a": nope}       | Unrecognized token 'nope': was expecting (JSON String, Number, Array,
          """)
  void parsersWordsOnItselfAreLeftOut(String json, String reason) {
    JacksonException fault =
        catchThrowableOfType(JacksonException.class, () -> new JsonMapper().readTree(json));

    assertThat(JsonFaults.reason(fault))
        .startsWith(reason)
        .doesNotContain("Source", "INF", "ALLOW_", "enable");
    assertThat(JsonFaults.place(fault)).startsWith("line 1, column ");
  }
}

package space.maneuver.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DocumentDifferencesTest {

  private static final JsonMapper MAPPER = new JsonMapper();

  private static final String DOCUMENT =
      """
      {"paths": {
        "/predictions": {
          "post": {
            "operationId": "predict",
            "tags": ["Predictions"],
            "parameters": [{"name": "model", "in": "query", "required": false}],
            "responses": {"200": {"content": {"application/json": {}}}, "413": {}}},
          "get": {"operationId": "list"}}},
       "components": {
        "schemas": {"Window": {
          "required": ["days"],
          "properties": {
            "days": {"type": "integer", "enum": [30, 60]},
            "id": {"type": "string", "description": "The caller's mark."}}}},
        "examples": {"predict": {"value": {"type": "a", "enum": ["b"]}}}}}
      """;

  @Test
  void orderOfFieldsAndOfListsOfNamesIsNoDifference() {
    JsonNode one = MAPPER.readTree("{\"enum\": [\"a\", \"b\"], \"type\": \"string\"}");
    JsonNode other = MAPPER.readTree("{\"type\": \"string\", \"enum\": [\"b\", \"a\"]}");
    assertThat(DocumentDifferences.between(one, other)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "paths > /predictions | \"/predictions\" | \"/scores\"",
        "paths > /predictions > get | \"get\" | \"put\"",
        "components > schemas > Window | \"Window\" | \"Span\"",
        "components > schemas > Window > properties > id | \"id\" | \"mark\"",
        "components > schemas > Window > properties > days > enum > 60 | 30, 60 | 30, 90",
        "components > schemas > Window > properties > days > type | \"integer\" | \"number\"",
        "components > schemas > Window > required > id | [\"days\"] | [\"days\", \"id\"]",
        "components > schemas > Window > required > days | [\"days\"] | []",
        "paths > /predictions > post > operationId | \"predict\" | \"score\"",
        "paths > /predictions > post > tags > Predictions | \"Predictions\" | \"Scores\"",
        "paths > /predictions > post > parameters > model (query) | \"model\" | \"network\"",
        "paths > /predictions > post > parameters > model (query) > required | false | true",
        "paths > /predictions > post > responses > 200 | \"200\" | \"201\"",
        "paths > /predictions > post > responses > 200 > content > application/json"
            + " | application/json | text/plain"
      })
  void changeOfWhatClientsNeedIsBreaking(String path, String before, String after) {
    assertThat(differences(before, after))
        .filteredOn(Difference::breaking)
        .extracting(difference -> String.join(" > ", difference.path()))
        .contains(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "The caller's mark | Any text",
        "30, 60 | 30, 60, 90",
        "\"id\": | \"start\": {}, \"id\":",
        "\"/predictions\" | \"/scores\": {}, \"/predictions\"",
        "\"413\" | \"404\"",
        "[\"b\"] | [\"c\"]",
        "[{\"name\" | [{\"name\": \"steps\", \"in\": \"query\"}, {\"name\""
      })
  void otherChangesAreNotBreaking(String before, String after) {
    assertThat(differences(before, after)).isNotEmpty().noneMatch(Difference::breaking);
  }

  @Test
  void newRequiredParameterIsBreaking() {
    String added = "[{\"name\": \"days\", \"in\": \"query\", \"required\": true}, {\"name\"";
    assertThat(differences("[{\"name\"", added)).singleElement().matches(Difference::breaking);
  }

  @Test
  void lineHasPathAndDifference() {
    assertThat(differences("\"predict\",", "\"score\","))
        .hasToString(
            "[BREAKING  paths > /predictions > post > operationId: was \"predict\", is \"score\"]");
  }

  private static List<Difference> differences(String before, String after) {
    assertThat(DOCUMENT).contains(before);
    return DocumentDifferences.between(
        MAPPER.readTree(DOCUMENT), MAPPER.readTree(DOCUMENT.replace(before, after)));
  }
}

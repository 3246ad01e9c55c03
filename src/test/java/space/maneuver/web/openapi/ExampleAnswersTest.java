package space.maneuver.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.web.HttpTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/** The examples of answers are answers. {@link OpenApiDocumentTest} says how to write them anew. */
@HttpTest
class ExampleAnswersTest {

  private static final JsonMapper MAPPER = new JsonMapper();

  @Autowired private RestTestClient client;

  @Test
  void examplesAreWhatTheServiceAnswersToTheRequestsBesideThem() throws IOException {
    for (Map.Entry<String, String> answer : new ExampleAnswers(client).texts().entrySet()) {
      List<JsonNode> shown = values(ExampleAnswers.example(answer.getKey()));
      List<JsonNode> said = values(answer.getValue());
      assertThat(shown).as(answer.getKey()).hasSameSizeAs(said);
      for (int i = 0; i < shown.size(); i++) {
        assertThat(shown.get(i).equals(new NearlySame(), said.get(i)))
            .as(
                "%s is stale: mvn test -Dtest=OpenApiDocumentTest -Dopenapi.update%n%s%n%s",
                answer.getKey(), shown.get(i), said.get(i))
            .isTrue();
      }
    }
  }

  @Test
  void everyExampleOfAnAnswerIsCompared() throws IOException {
    try (Stream<Path> files = Files.list(ExampleAnswers.FILES)) {
      List<String> answers =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.contains("-200."))
              .toList();
      assertThat(answers)
          .containsExactlyInAnyOrderElementsOf(new ExampleAnswers(client).texts().keySet());
    }
  }

  @Test
  void requestsShowTheWindowOfTheFeatures() throws IOException {
    JsonNode window = values(ExampleAnswers.example("extractFeatures-200.json")).get(0);
    JsonNode rows = window.at("/windows/0/features");

    JsonNode predicted = values(ExampleAnswers.example("predict.json")).get(0);
    JsonNode line = values(ExampleAnswers.example("predictLines.ndjson")).get(0);
    JsonNode tensor = values(ExampleAnswers.example("infer.json")).get(0);

    assertThat(predicted.at("/windows/0/features").equals(new NearlySame(), rows)).isTrue();
    assertThat(line.get("features").equals(new NearlySame(), rows)).isTrue();
    assertThat(tensor.at("/inputs/0/data")).hasSize(rows.size() * rows.get(0).size());
  }

  private static List<JsonNode> values(String text) throws IOException {
    try (MappingIterator<JsonNode> values =
        MAPPER.readerFor(JsonNode.class).readValues(BinaryExample.json(text))) {
      return values.readAll();
    }
  }
}

package space.maneuver.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.client.RestTestClient;
import space.maneuver.web.HttpTest;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The checked-in OpenAPI document, from which clients are generated, is that of the service. {@code
 * mvn test -Dtest=OpenApiDocumentTest -Dopenapi.update} rewrites it, with the example responses in
 * it.
 */
@HttpTest
class OpenApiDocumentTest {

  private static final Path DOCUMENT = Path.of("src/main/openapi/openapi.json");
  private static final JsonMapper MAPPER = new JsonMapper();

  @Autowired private RestTestClient client;

  @Test
  void checkedInDocumentIsThatOfTheService() throws IOException {
    boolean update = System.getProperty("openapi.update") != null;
    if (update) {
      writeExamples();
    }
    String answer =
        client
            .get()
            .uri("/v3/api-docs")
            .exchange()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    JsonNode served = MAPPER.readTree(String.valueOf(answer));
    if (update) {
      Files.createDirectories(DOCUMENT.getParent());
      Files.writeString(DOCUMENT, text(served));
    }
    List<Difference> differences =
        DocumentDifferences.between(MAPPER.readTree(Files.readString(DOCUMENT)), served);
    assertThat(differences).withFailMessage(() -> message(differences)).isEmpty();
  }

  /** Writes the examples also to where the running service reads them. */
  private void writeExamples() throws IOException {
    Path read = new ClassPathResource("openapi/examples").getFile().toPath();
    for (Map.Entry<String, String> answer : new ExampleAnswers(client).texts().entrySet()) {
      Files.writeString(ExampleAnswers.FILES.resolve(answer.getKey()), answer.getValue());
      Files.writeString(read.resolve(answer.getKey()), answer.getValue());
    }
  }

  private static String message(List<Difference> differences) {
    StringBuilder message =
        new StringBuilder("The service's OpenAPI document is no longer ")
            .append(DOCUMENT)
            .append(".\nIf it is meant to change, `mvn test -Dtest=OpenApiDocumentTest")
            .append(" -Dopenapi.update` rewrites it.\n");
    differences.stream()
        .sorted((one, other) -> Boolean.compare(other.breaking(), one.breaking()))
        .forEach(difference -> message.append(difference).append('\n'));
    return message.toString();
  }

  static String text(JsonNode document) {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    return MAPPER.writer().with(printer).writeValueAsString(document) + "\n";
  }
}

package space.maneuver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentLinksTest {

  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#|mailto:)([^)#\\s]+)");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "helm/maneuver-detection/README.md",
        "src/main/resources/models/maneuver-lstm/MODEL_CARD.md"
      })
  void linksToFilesLeadSomewhere(String document) throws IOException {
    Path file = Path.of(document);
    List<String> links =
        LINK.matcher(Files.readString(file)).results().map(link -> link.group(1)).toList();

    assertThat(links).allSatisfy(link -> assertThat(file.resolveSibling(link)).as(link).exists());
  }
}

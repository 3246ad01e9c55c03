package space.maneuver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentLinksTest {

  private static final List<String> DOCUMENTS =
      List.of(
          "README.md",
          "CONTRIBUTING.md",
          "CHANGELOG.md",
          "docker/RATIONALE.md",
          "helm/maneuver-detection/README.md",
          "src/main/resources/models/maneuver-lstm/MODEL_CARD.md");

  private static final Pattern LINK =
      Pattern.compile("(?:\\]\\(|src=\")(?!https?:|mailto:)([^)#\\s\"]*)(?:#([^)\\s]+))?[)\"]");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

  static Stream<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>(DOCUMENTS.stream().map(Path::of).toList());
    try (Stream<Path> more = Files.list(Path.of("src/docs"))) {
      more.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
    }
    return documents.stream();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void linksLeadToFilesAndHeadings(Path document) throws IOException {
    List<MatchResult> links = LINK.matcher(Files.readString(document)).results().toList();

    assertThat(links)
        .allSatisfy(
            link -> {
              Path target =
                  link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1));
              assertThat(target).as(link.group()).exists();
              if (link.group(2) != null) {
                assertThat(anchors(target)).as(link.group()).contains(link.group(2));
              }
            });
  }

  /** The anchors that a reader of Markdown makes of the headings. */
  private static List<String> anchors(Path document) {
    try {
      return HEADING
          .matcher(Files.readString(document))
          .results()
          .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
          .map(text -> text.replaceAll("[^\\w -]", "").replace(' ', '-'))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

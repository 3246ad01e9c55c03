package space.maneuver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionTest {

  private static final String NUMBER = "(\\d+\\.\\d+\\.\\d+)";

  @Test
  void newestInTheChangelogIsThatOfTheProject() throws IOException {
    assertThat(first("CHANGELOG.md", "(?m)^## " + NUMBER)).isEqualTo(project());
  }

  @ParameterizedTest
  @CsvSource({
    "Dockerfile, ARG VERSION=",
    "docker/Dockerfile.gpu, ARG VERSION=",
    "src/main/openapi/openapi.json, '(?s)^.*?\"version\" : \"'",
    "src/main/resources/openapi/examples/getServerMetadata-200.json, '\"version\" : \"'"
  })
  void filesOfTheProjectNameItsVersion(String file, String before) throws IOException {
    assertThat(first(file, before + NUMBER)).isEqualTo(project());
  }

  private static String project() throws IOException {
    return first("pom.xml", "<artifactId>maneuver-detection</artifactId>\\s*<version>" + NUMBER);
  }

  private static String first(String file, String pattern) throws IOException {
    Matcher found = Pattern.compile(pattern).matcher(Files.readString(Path.of(file)));
    assertThat(found.find()).as(file).isTrue();
    return found.group(1);
  }
}

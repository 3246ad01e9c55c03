package space.maneuver.helm;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's table of values is made of the lines and comments of values.yaml. */
class ChartReadmeTest {

  private static final Pattern LINE = Pattern.compile("^( *)(?:# -- (.+)|([A-Za-z]+):.*)$");

  @Test
  void tableOfValuesIsThatOfTheFile() throws IOException {
    String readme = Files.readString(Chart.DIRECTORY.resolve("README.md"));

    assertThat(readme).contains(String.join("\n", table()) + "\n");
  }

  private static List<String> table() throws IOException {
    String yaml = Files.readString(Chart.DIRECTORY.resolve("values.yaml"));
    JsonNode values = new YAMLMapper().readTree(yaml);
    List<String> rows =
        new ArrayList<>(List.of("| value | default | what it is |", "|---|---|---|"));
    Deque<String> path = new ArrayDeque<>();
    String comment = null;
    int documented = Integer.MAX_VALUE;
    for (String line : yaml.lines().toList()) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        continue;
      }
      int depth = requireNonNull(matcher.group(1)).length() / 2;
      if (matcher.group(2) != null) {
        comment = matcher.group(2);
        continue;
      }
      if (depth > documented) {
        continue;
      }
      documented = Integer.MAX_VALUE;
      while (path.size() > depth) {
        path.removeLast();
      }
      path.addLast(requireNonNull(matcher.group(3)));
      if (comment != null) {
        rows.add(row(path, values, comment));
        comment = null;
        documented = depth;
      } else {
        assertThat(line).as("needs a comment, or ends with a colon").endsWith(":");
      }
    }
    return rows;
  }

  private static String row(Deque<String> path, JsonNode values, String comment) {
    JsonNode value = values.at("/" + String.join("/", path));
    assertThat(value.isMissingNode()).as("%s", path).isFalse();
    return "| `%s` | `%s` | %s |".formatted(String.join(".", path), value, comment);
  }
}

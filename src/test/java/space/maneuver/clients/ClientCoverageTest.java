package space.maneuver.clients;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fails if the tests of a client do not call every operation of the OpenAPI document, but for the
 * stream: a generated client waits for the end of a response, which a stream does not have.
 */
class ClientCoverageTest {

  private static final String APIS = "space.maneuver.client.api";
  private static final Path SCRIPTS = Path.of("src/test/resources/clients");
  private static final Pattern CALL = Pattern.compile("\\.(\\w+)\\(");

  @Test
  void everyOperationIsCalledByTheTestsOfTheJavaClient() throws IOException {
    Set<String> called =
        new ClassFileImporter()
            .importPackagesOf(ClientCoverageTest.class).stream()
                .map(JavaClass::getMethodCallsFromSelf)
                .flatMap(Set::stream)
                .filter(call -> call.getTargetOwner().getPackageName().equals(APIS))
                .map(call -> call.getTarget().getName())
                .collect(toCollection(TreeSet::new));

    assertThat(called).isEqualTo(operations(name -> name));
  }

  @Test
  void everyOperationIsCalledByTheScriptOfThePythonClient() throws IOException {
    assertThat(calls("summary.py"))
        .containsAll(
            operations(name -> name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT)));
  }

  @Test
  void everyOperationIsCalledByTheScriptOfTheTypeScriptClient() throws IOException {
    assertThat(calls("summary.ts")).containsAll(operations(name -> name));
  }

  private static Set<String> calls(String script) throws IOException {
    return CALL.matcher(Files.readString(SCRIPTS.resolve(script)))
        .results()
        .map(call -> call.group(1))
        .collect(toCollection(TreeSet::new));
  }

  private static Set<String> operations(UnaryOperator<String> name) throws IOException {
    Set<String> names = new TreeSet<>();
    String stream = name.apply("streamChanges");
    new JsonMapper()
        .readTree(Files.readString(Path.of("src/main/openapi/openapi.json")))
        .get("paths")
        .forEach(
            path ->
                path.forEach(
                    operation -> names.add(name.apply(operation.get("operationId").asString()))));
    assertThat(names.remove(stream)).isTrue();
    return names;
  }
}

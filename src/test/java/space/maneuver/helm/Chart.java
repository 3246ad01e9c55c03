package space.maneuver.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** The chart, rendered as Helm does it for the oldest Kubernetes that it supports. */
final class Chart {

  static final Path DIRECTORY = Path.of("helm/maneuver-detection");

  static final String RELEASE = "demo";

  private static final String OLDEST_KUBERNETES = "1.30.0";

  private static final String HOOK = "helm.sh/hook";

  private static final Path WITHOUT_HOOKS = withoutHooks();

  private Chart() {}

  static Helm helm() {
    return new Helm(DIRECTORY);
  }

  static TemplateCommand template() {
    return template(helm());
  }

  static RenderedChart render(ChartCase values) {
    return RenderedChart.parse(
        template(new Helm(WITHOUT_HOOKS)).withValuesFile(values.file()).call());
  }

  private static TemplateCommand template(Helm helm) {
    return helm.template()
        .withName(RELEASE)
        .withNamespace("satellites")
        .withKubeVersion(OLDEST_KUBERNETES);
  }

  /** A copy of the chart whose hooks are plain objects, since Helm would not show them. */
  private static Path withoutHooks() {
    Path copy = Path.of("target/helm/maneuver-detection");
    try {
      FileSystemUtils.deleteRecursively(copy);
      FileSystemUtils.copyRecursively(DIRECTORY, copy);
      Path test = copy.resolve("templates/tests/models.yaml");
      List<String> lines = Files.readAllLines(test);
      Files.write(test, lines.stream().filter(line -> !line.contains(HOOK)).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return copy;
  }
}

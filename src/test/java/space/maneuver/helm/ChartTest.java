package space.maneuver.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.LintResult;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every way to install the chart. That each field is known, the parser sees to. */
class ChartTest {

  private static final String LABEL = "app.kubernetes.io/";

  @Test
  void passesLint() {
    LintResult result = Chart.helm().lint().strict().call();

    assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
  }

  @Test
  void misspeltFieldIsNoticed() {
    String service = "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {prots: []}\n";

    assertThatThrownBy(() -> RenderedChart.parse(service)).hasMessageContaining("prots");
    assertThatThrownBy(() -> RenderedChart.parse("apiVersion: v1beta1\nkind: Service\n"))
        .hasMessageContaining("v1beta1 Service");
  }

  @ParameterizedTest
  @EnumSource
  void everyObjectBearsTheReleasesLabelsAndItsOwnName(ChartCase values) {
    RenderedChart chart = Chart.render(values);

    assertThat(chart.objects())
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(
            object ->
                assertThat(object.getMetadata().getLabels())
                    .containsEntry(LABEL + "name", "maneuver-detection")
                    .containsEntry(LABEL + "instance", Chart.RELEASE)
                    .containsEntry(LABEL + "managed-by", "Helm")
                    .containsKeys(LABEL + "version", "helm.sh/chart"));
    assertThat(chart.objects().stream().map(ChartTest::kindAndName)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void podsHaveNoRights(ChartCase values) {
    for (PodTemplateSpec pod : Chart.render(values).pods()) {
      PodSpec spec = pod.getSpec();
      assertThat(spec.getAutomountServiceAccountToken()).isFalse();
      assertThat(spec.getSecurityContext().getRunAsNonRoot()).isTrue();
      assertThat(spec.getSecurityContext().getRunAsUser()).isEqualTo(10001);
      assertThat(spec.getSecurityContext().getSeccompProfile().getType())
          .isEqualTo("RuntimeDefault");
      for (Container container : spec.getContainers()) {
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsOnly("ALL");
        assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
        assertThat(container.getResources().getLimits()).containsKey("memory");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void mountsHaveTheirVolumesAndPodsTheirAccount(ChartCase values) {
    RenderedChart chart = Chart.render(values);
    for (PodTemplateSpec pod : chart.pods()) {
      PodSpec spec = pod.getSpec();
      assertThat(spec.getVolumes().stream().map(Volume::getName))
          .containsExactlyInAnyOrderElementsOf(
              spec.getContainers().stream()
                  .flatMap(container -> container.getVolumeMounts().stream())
                  .map(VolumeMount::getName)
                  .toList());
      assertThat(spec.getServiceAccountName())
          .isEqualTo(
              chart.all(ServiceAccount.class).stream()
                  .map(account -> account.getMetadata().getName())
                  .findAny()
                  .orElse("default"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void serviceIsGivenOnlySettingsThatItHas(ChartCase values) {
    assertThat(Chart.render(values).service().getEnv().stream().map(EnvVar::getName))
        .doesNotHaveDuplicates()
        .contains("SERVER_PORT", "MANAGEMENT_SERVER_PORT", "MANEUVER_SHUTDOWN_TIMEOUT")
        .allSatisfy(name -> assertThat(settings()).contains("${" + name + ":"));
  }

  @Test
  void chartIsOfTheProgramsVersion() throws IOException {
    assertThat(
            Pattern.compile("(?m)^appVersion: (.+)$").matcher(read(Chart.DIRECTORY, "Chart.yaml")))
        .satisfies(
            version -> {
              assertThat(version.find()).isTrue();
              assertThat(read(Path.of("pom.xml"), ""))
                  .contains(
                      "<artifactId>maneuver-detection</artifactId>\n  <version>"
                          + version.group(1)
                          + "</version>");
            });
  }

  private static String kindAndName(HasMetadata object) {
    return object.getKind() + " " + object.getMetadata().getName();
  }

  private static String settings() {
    return read(Path.of("src/main/resources"), "application.yml");
  }

  private static String read(Path directory, String name) {
    try {
      return Files.readString(directory.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package space.maneuver.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What single values do to pods. */
class ChartWorkloadTest {

  @ParameterizedTest
  @EnumSource
  void graceIsLongerThanDelayAndDrain(ChartCase values) {
    RenderedChart chart = Chart.render(values);
    long grace =
        chart
            .one(Deployment.class)
            .getSpec()
            .getTemplate()
            .getSpec()
            .getTerminationGracePeriodSeconds();
    long delay = chart.service().getLifecycle().getPreStop().getSleep().getSeconds();
    String drain = variable(chart.service(), "MANEUVER_SHUTDOWN_TIMEOUT");

    assertThat(grace).isGreaterThan(delay + Duration.parse("PT" + drain).toSeconds());
    assertThat(variable(chart.service(), "MANEUVER_SHUTDOWN_PAUSE")).isEqualTo("0s");
  }

  @Test
  void gpuPodsAskForGpusOnNodesThatHaveThem() {
    RenderedChart chart = Chart.render(ChartCase.GPU);
    PodSpec pod = chart.one(Deployment.class).getSpec().getTemplate().getSpec();

    assertThat(chart.service().getResources().getLimits())
        .containsEntry("nvidia.com/gpu", new Quantity("2"))
        .containsKey("memory");
    assertThat(chart.service().getImage()).endsWith("-gpu");
    assertThat(pod.getNodeSelector())
        .containsEntry("accelerator", "h100")
        .containsEntry("kubernetes.io/arch", "amd64");
    assertThat(pod.getTolerations())
        .extracting(Toleration::getKey)
        .containsExactly("nvidia.com/gpu", "dedicated");
    assertThat(pod.getRuntimeClassName()).isEqualTo("nvidia");
    assertThat(Chart.render(ChartCase.DEFAULT).service().getResources().getLimits())
        .containsOnlyKeys("memory");
  }

  @Test
  void keysAndProviderReachTheService() {
    RenderedChart chart = Chart.render(ChartCase.ACCESS);
    PodSpec pod = chart.one(Deployment.class).getSpec().getTemplate().getSpec();

    assertThat(variable(chart.service(), "MANEUVER_KEYS_FILE")).isEqualTo("/keys/callers.txt");
    assertThat(mount(chart.service(), "/keys").getReadOnly()).isTrue();
    assertThat(pod.getVolumes())
        .filteredOn(each -> each.getName().equals(mount(chart.service(), "/keys").getName()))
        .singleElement()
        .satisfies(
            each -> assertThat(each.getSecret().getSecretName()).isEqualTo("maneuver-callers"));
    assertThat(variable(chart.service(), "MANEUVER_OIDC_ISSUER"))
        .isEqualTo("https://id.example.org:8443/realms/maneuvers");
    assertThat(variable(chart.service(), "MANEUVER_OIDC_JWK_SET_URI")).isEmpty();
    assertThat(variable(chart.service(), "MANEUVER_OIDC_AUDIENCE")).isEqualTo("maneuver-detection");
    assertThat(variable(chart.service(), "MANEUVER_OIDC_ROLES_CLAIM"))
        .isEqualTo("realm_access.roles");
    assertThat(Chart.render(ChartCase.DEFAULT).service().getEnv())
        .extracting(EnvVar::getName)
        .noneMatch(name -> name.startsWith("MANEUVER_OIDC") || name.startsWith("MANEUVER_KEYS"));
  }

  @Test
  void podsKeepNoCatalogueByDefault() {
    assertThat(variable(Chart.render(ChartCase.DEFAULT).service(), "MANEUVER_STORE_URL"))
        .isEqualTo("none");
  }

  @Test
  void podsShareADatabaseWhosePasswordIsInASecret() {
    RenderedChart chart = Chart.render(ChartCase.POSTGRESQL);

    assertThat(chart.one(Deployment.class).getSpec().getReplicas()).isEqualTo(2);
    assertThat(variable(chart.service(), "MANEUVER_STORE_URL"))
        .isEqualTo("jdbc:postgresql://catalogue.databases.svc:6432/satellites?sslmode=verify-full");
    assertThat(chart.service().getEnv())
        .filteredOn(each -> each.getValueFrom() != null)
        .extracting(
            EnvVar::getName,
            each -> each.getValueFrom().getSecretKeyRef().getName(),
            each -> each.getValueFrom().getSecretKeyRef().getKey())
        .containsExactly(
            tuple("MANEUVER_STORE_USER", "catalogue-owner", "login"),
            tuple("MANEUVER_STORE_PASSWORD", "catalogue-owner", "secret"));
  }

  @Test
  void singlePodKeepsTheEmbeddedStoreInItsVolume() {
    RenderedChart chart = Chart.render(ChartCase.EMBEDDED);
    Deployment deployment = chart.one(Deployment.class);
    PersistentVolumeClaim claim = chart.one(PersistentVolumeClaim.class);

    assertThat(variable(chart.service(), "MANEUVER_STORE_URL")).isEmpty();
    assertThat(
            mount(chart.service(), variable(chart.service(), "MANEUVER_STORE_DIRECTORY")).getName())
        .isEqualTo("store");
    assertThat(claim(deployment.getSpec().getTemplate().getSpec(), "store"))
        .isEqualTo(claim.getMetadata().getName());
    assertThat(claim.getSpec().getResources().getRequests())
        .containsEntry("storage", new Quantity("20Gi"));
    assertThat(deployment.getSpec().getStrategy().getType()).isEqualTo("Recreate");
    assertThat(deployment.getSpec().getStrategy().getRollingUpdate()).isNull();
  }

  @Test
  void existingClaimOfTheEmbeddedStoreIsUsed() {
    RenderedChart chart =
        RenderedChart.parse(
            Chart.template()
                .withValuesFile(ChartCase.EMBEDDED.file())
                .set("store.embedded.existingClaim", "catalogue")
                .call());

    assertThat(chart.all(PersistentVolumeClaim.class)).isEmpty();
    assertThat(claim(chart.one(Deployment.class).getSpec().getTemplate().getSpec(), "store"))
        .isEqualTo("catalogue");
  }

  @Test
  void autoscalerOwnsTheNumberOfPods() {
    RenderedChart chart = Chart.render(ChartCase.AUTOSCALED);
    Deployment deployment = chart.one(Deployment.class);
    HorizontalPodAutoscaler scaler = chart.one(HorizontalPodAutoscaler.class);

    assertThat(deployment.getSpec().getReplicas()).isNull();
    assertThat(scaler.getSpec().getScaleTargetRef().getName())
        .isEqualTo(deployment.getMetadata().getName());
    assertThat(scaler.getSpec().getMinReplicas()).isEqualTo(3);
    assertThat(scaler.getSpec().getMaxReplicas()).isEqualTo(12);
    assertThat(scaler.getSpec().getMetrics())
        .satisfiesExactly(
            cpu -> assertThat(cpu.getResource().getTarget().getAverageUtilization()).isEqualTo(60),
            queue ->
                assertThat(queue.getPods().getTarget().getAverageValue())
                    .isEqualTo(new Quantity("64")));
    assertThat(Chart.render(ChartCase.DEFAULT).one(Deployment.class).getSpec().getReplicas())
        .isEqualTo(2);
  }

  @Test
  void jobsWriteWhereTheServiceReads() {
    RenderedChart chart = Chart.render(ChartCase.TRAINING);
    PodSpec once = chart.one(Job.class).getSpec().getTemplate().getSpec();
    PodSpec weekly =
        chart.one(CronJob.class).getSpec().getJobTemplate().getSpec().getTemplate().getSpec();

    assertThat(weekly).isEqualTo(once);
    assertThat(once.getContainers().get(0).getArgs())
        .containsExactly(
            "train",
            "--output",
            "/bundles/our-lstm",
            "--force",
            "--data",
            "/histories",
            "--seed",
            "2");
    assertThat(once.getContainers().get(0).getImage()).isEqualTo(chart.service().getImage());
    assertThat(variable(chart.service(), "MANEUVER_MODELS_DIRECTORY")).isEqualTo("/bundles");
    assertThat(mount(once.getContainers().get(0), "/bundles").getReadOnly()).isNull();
    assertThat(mount(chart.service(), "/bundles").getReadOnly()).isTrue();
    assertThat(claim(once, "bundles"))
        .isEqualTo(claim(chart.one(Deployment.class).getSpec().getTemplate().getSpec(), "bundles"))
        .isEqualTo(chart.one(PersistentVolumeClaim.class).getMetadata().getName());
  }

  private static VolumeMount mount(Container container, String path) {
    return container.getVolumeMounts().stream()
        .filter(each -> each.getMountPath().equals(path))
        .findAny()
        .orElseThrow();
  }

  private static String claim(PodSpec pod, String volume) {
    return pod.getVolumes().stream()
        .filter(each -> each.getName().equals(volume))
        .map(Volume::getPersistentVolumeClaim)
        .findAny()
        .orElseThrow()
        .getClaimName();
  }

  private static String variable(Container container, String name) {
    return container.getEnv().stream()
        .filter(each -> each.getName().equals(name))
        .map(EnvVar::getValue)
        .findAny()
        .orElseThrow();
  }
}

package space.maneuver.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether selectors, ports and names lead where they should. */
class ChartTrafficTest {

  @ParameterizedTest
  @EnumSource
  void selectorsOfTheServiceMatchItsPodsAndNoOthers(ChartCase values) {
    RenderedChart chart = Chart.render(values);
    Deployment deployment = chart.one(Deployment.class);
    Map<String, String> selected = deployment.getSpec().getSelector().getMatchLabels();

    assertThat(chart.pods().stream().filter(pod -> matches(selected, pod)))
        .containsExactly(deployment.getSpec().getTemplate());
    assertThat(chart.all(Service.class))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.getSpec().getSelector()).isEqualTo(selected));
    assertThat(chart.all(PodDisruptionBudget.class))
        .allSatisfy(
            each -> assertThat(each.getSpec().getSelector().getMatchLabels()).isEqualTo(selected));
    assertThat(deployment.getSpec().getTemplate().getSpec().getTopologySpreadConstraints())
        .hasSize(2)
        .allSatisfy(
            each -> assertThat(each.getLabelSelector().getMatchLabels()).isEqualTo(selected));
  }

  @ParameterizedTest
  @EnumSource
  void portsOfServicesAreThoseOfTheContainer(ChartCase values) {
    RenderedChart chart = Chart.render(values);
    List<String> ports = chart.service().getPorts().stream().map(ContainerPort::getName).toList();

    assertThat(
            chart.all(Service.class).stream().flatMap(each -> each.getSpec().getPorts().stream()))
        .extracting(ServicePort::getTargetPort)
        .allSatisfy(port -> assertThat(ports).contains(port.getStrVal()));
  }

  @ParameterizedTest
  @EnumSource(
      names = {"MINIMAL", "ACCESS", "POSTGRESQL"},
      mode = EnumSource.Mode.EXCLUDE)
  void everyLastingPodIsShutInAndCallsNobody(ChartCase values) {
    RenderedChart chart = Chart.render(values);
    List<NetworkPolicy> policies = chart.all(NetworkPolicy.class);

    assertThat(policies)
        .allSatisfy(
            each -> {
              assertThat(each.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
              assertThat(each.getSpec().getEgress()).isEmpty();
            });
    assertThat(chart.pods().stream().filter(pod -> !isTest(pod)))
        .allSatisfy(
            pod ->
                assertThat(policies)
                    .anySatisfy(
                        each ->
                            assertThat(matches(each.getSpec().getPodSelector(), pod)).isTrue()));
  }

  @Test
  void providerOfTokensIsTheOnlyOneThatIsCalled() {
    NetworkPolicy policy = Chart.render(ChartCase.ACCESS).one(NetworkPolicy.class);

    assertThat(policy.getSpec().getEgress())
        .satisfiesExactly(
            names ->
                assertThat(names.getPorts())
                    .extracting(port -> port.getPort().getIntVal())
                    .containsExactly(53, 53),
            provider -> {
              assertThat(provider.getPorts())
                  .singleElement()
                  .satisfies(port -> assertThat(port.getPort().getIntVal()).isEqualTo(8443));
              assertThat(provider.getTo())
                  .singleElement()
                  .satisfies(
                      peer -> assertThat(peer.getIpBlock().getCidr()).isEqualTo("10.1.2.3/32"));
            });
  }

  @Test
  void databaseIsTheOnlyOneThatIsCalled() {
    NetworkPolicy policy = Chart.render(ChartCase.POSTGRESQL).one(NetworkPolicy.class);

    assertThat(policy.getSpec().getEgress())
        .satisfiesExactly(
            names ->
                assertThat(names.getPorts())
                    .extracting(port -> port.getPort().getIntVal())
                    .containsExactly(53, 53),
            database -> {
              assertThat(database.getPorts())
                  .singleElement()
                  .satisfies(port -> assertThat(port.getPort().getIntVal()).isEqualTo(6432));
              assertThat(database.getTo())
                  .singleElement()
                  .satisfies(
                      peer ->
                          assertThat(peer.getNamespaceSelector().getMatchLabels().values())
                              .containsExactly("databases"));
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.1.2.3", "[fd00::3]"})
  void databaseAtAnAddressNeedsNoNames(String host) {
    RenderedChart chart =
        RenderedChart.parse(
            Chart.template()
                .withValuesFile(ChartCase.POSTGRESQL.file())
                .set("store.postgresql.host", host)
                .call());

    assertThat(chart.one(NetworkPolicy.class).getSpec().getEgress())
        .singleElement()
        .satisfies(
            rule ->
                assertThat(rule.getPorts())
                    .singleElement()
                    .satisfies(port -> assertThat(port.getPort().getIntVal()).isEqualTo(6432)));
  }

  @Test
  void callersAndScrapersComeThroughTheirOwnPortsOnly() {
    NetworkPolicy policy = Chart.render(ChartCase.INGRESS).one(NetworkPolicy.class);

    assertThat(policy.getSpec().getIngress())
        .extracting(rule -> rule.getPorts().get(0).getPort().getStrVal())
        .containsExactly("http", "management");
    assertThat(policy.getSpec().getIngress())
        .extracting(rule -> rule.getFrom().get(0).getNamespaceSelector().getMatchLabels().values())
        .satisfiesExactly(
            callers -> assertThat(callers).containsExactly("ingress-nginx"),
            scrapers -> assertThat(scrapers).containsExactly("monitoring"));
    assertThat(Chart.render(ChartCase.INGRESS).pods())
        .filteredOn(ChartTrafficTest::isTest)
        .singleElement()
        .satisfies(
            pod ->
                assertThat(
                        matches(
                            policy.getSpec().getIngress().get(0).getFrom().get(1).getPodSelector(),
                            pod))
                    .isTrue());
  }

  @Test
  void ingressLeadsToTheService() {
    RenderedChart chart = Chart.render(ChartCase.INGRESS);
    Service service = chart.one(Service.class);
    Ingress ingress = chart.one(Ingress.class);

    assertThat(ingress.getSpec().getIngressClassName()).isEqualTo("nginx");
    assertThat(ingress.getSpec().getTls().get(0).getHosts())
        .containsExactly(ingress.getSpec().getRules().get(0).getHost());
    assertThat(
            ingress
                .getSpec()
                .getRules()
                .get(0)
                .getHttp()
                .getPaths()
                .get(0)
                .getBackend()
                .getService())
        .satisfies(
            backend -> {
              assertThat(backend.getName()).isEqualTo(service.getMetadata().getName());
              assertThat(service.getSpec().getPorts())
                  .extracting(ServicePort::getName)
                  .contains(backend.getPort().getName());
            });
  }

  @Test
  void monitorFindsTheMetricsServiceAlone() {
    RenderedChart chart = Chart.render(ChartCase.AUTOSCALED);
    ServiceMonitor monitor = chart.one(ServiceMonitor.class);

    assertThat(chart.all(Service.class))
        .hasSize(2)
        .filteredOn(
            each ->
                each.getMetadata()
                    .getLabels()
                    .entrySet()
                    .containsAll(monitor.getSpec().getSelector().getMatchLabels().entrySet()))
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.getSpec().getPorts())
                    .extracting(ServicePort::getName)
                    .containsExactly(monitor.getSpec().getEndpoints().get(0).getPort()));
  }

  private static boolean isTest(PodTemplateSpec pod) {
    return "test".equals(pod.getMetadata().getLabels().get("app.kubernetes.io/component"));
  }

  private static boolean matches(LabelSelector selector, PodTemplateSpec pod) {
    return matches(selector.getMatchLabels(), pod);
  }

  private static boolean matches(Map<String, String> labels, PodTemplateSpec pod) {
    return pod.getMetadata().getLabels().entrySet().containsAll(labels.entrySet());
  }
}

package space.maneuver.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The service as the chart starts it: health and metrics on their own port, and a key. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"management.server.port=0", "maneuver.security.api-key=only"})
class ProbesTest {

  private static final String KEY = "only";

  @LocalServerPort private int servicePort;
  @LocalManagementPort private int managementPort;

  static List<HTTPGetAction> probes() {
    Container service = Chart.render(ChartCase.DEFAULT).service();
    return Stream.of(
            service.getStartupProbe(), service.getLivenessProbe(), service.getReadinessProbe())
        .map(Probe::getHttpGet)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("probes")
  void probeIsAnsweredWithoutAKey(HTTPGetAction probe) throws Exception {
    assertThat(get(probe.getPort().getStrVal(), probe.getPath()).body()).contains("\"UP\"");
  }

  @Test
  void metricsAreWhereTheMonitorLooksForThem() throws Exception {
    var endpoint =
        Chart.render(ChartCase.AUTOSCALED).one(ServiceMonitor.class).getSpec().getEndpoints();

    assertThat(get(endpoint.get(0).getPort(), endpoint.get(0).getPath()).body())
        .contains("jvm_memory_used_bytes");
  }

  @Test
  void callersPortHasNoMetrics() throws Exception {
    assertThat(send(servicePort, "/actuator/prometheus").statusCode()).isNotEqualTo(200);
  }

  @Test
  void testHookPassesWithTheKeyAlone() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "needs bash, as the image has it");

    assertThat(testHook(ChartCase.INGRESS, KEY)).isZero();
    assertThat(testHook(ChartCase.INGRESS, "wrong")).isNotZero();
  }

  @Test
  void testHookPassesWithoutAKeyIfTheChartHasNoneInPlainText() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "needs bash, as the image has it");

    assertThat(testHook(ChartCase.ACCESS, "")).isZero();
  }

  private int testHook(ChartCase values, String key) throws IOException, InterruptedException {
    Container hook = Chart.render(values).one(Pod.class).getSpec().getContainers().get(0);
    ProcessBuilder process =
        new ProcessBuilder(hook.getCommand())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    hook.getEnv().stream()
        .filter(variable -> variable.getValue() != null)
        .forEach(variable -> process.environment().put(variable.getName(), variable.getValue()));
    process.environment().put("HOST", "127.0.0.1");
    process.environment().put("PORT", Integer.toString(servicePort));
    process.environment().put("API_KEY", key);
    Process running = process.start();
    assertThat(running.waitFor(3, TimeUnit.MINUTES)).isTrue();
    return running.exitValue();
  }

  private HttpResponse<String> get(String portName, String path) throws Exception {
    HttpResponse<String> answer =
        send(portName.equals("management") ? managementPort : servicePort, path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer;
  }

  private static HttpResponse<String> send(int port, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}

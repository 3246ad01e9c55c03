package space.maneuver.helm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong values are refused before anything is installed, with their place. */
class ChartValuesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          replica: 3                                                | replica
          replicas: two                                             | /replicas
          replicas: -1                                              | /replicas
          image: {repo: a}                                          | /image
          image: {pullPolicy: Sometimes}                            | /image/pullPolicy
          settings: {LIMITS_WINDOWS: 5}                             | LIMITS_WINDOWS
          settings: {MANEUVER_LIMITS_WINDOWS: [5]}                  | /settings/MANEUVER_LIMITS_WINDOWS
          settings: {MANEUVER_API_KEY: secret}                      | MANEUVER_API_KEY
          settings: {MANEUVER_KEYS: secret}                         | MANEUVER_KEYS
          settings: {MANEUVER_OIDC_ISSUER: https://a.example}       | MANEUVER_OIDC_ISSUER
          settings: {MANEUVER_STORE_URL: ""}                        | MANEUVER_STORE_URL
          settings: {MANEUVER_STORE_PASSWORD: secret}               | MANEUVER_STORE_PASSWORD
          store: {kind: sqlite}                                     | /store/kind
          store: {kind: embedded}                                   | belongs to one pod
          {replicas: 1, autoscaling: {enabled: true}, store: {kind: embedded}} | belongs to one pod
          {networkPolicy: {enabled: false}, store: {kind: postgresql}} | set host and existingSecret
          {networkPolicy: {enabled: false}, store: {kind: postgresql, postgresql: {host: db}}} | set host and existingSecret
          store: {kind: postgresql, postgresql: {host: db, existingSecret: db}} | set peers
          store: {postgresql: {host: "jdbc:postgresql://db"}}       | /store/postgresql/host
          store: {postgresql: {parameters: "password=secret"}}      | /store/postgresql/parameters
          store: {postgresql: {port: 0}}                            | /store/postgresql/port
          store: {embedded: {size: 8 GB}}                           | /store/embedded/size
          keys: {existingSecret: a b}                               | /keys/existingSecret
          oidc: {issuer: a.example}                                 | /oidc/issuer
          oidc: {issuer: https://a.example}                         | set audience
          oidc: {audience: me}                                      | neither issuer nor jwkSetUri
          service: {port: 70000}                                    | /service/port
          resources: {limits: {memory: 2 GB}}                       | /resources/limits/memory
          gpu: {enabled: true, count: 0}                            | /gpu/count
          autoscaling: {cpu: 5}                                     | cpu
          autoscaling: {enabled: true, cpuPercent: 0}               | set cpuPercent or queue.windows
          autoscaling: {enabled: true, minReplicas: 11}             | minReplicas is above maxReplicas
          podDisruptionBudget: {maxUnavailable: half}               | /podDisruptionBudget/maxUnavailable
          ingress: {enabled: true}                                  | name at least one of hosts
          bundles: {accessMode: ReadOnlyMany}                       | /bundles/accessMode
          training: {enabled: true}                                 | set bundles.enabled
          training: {schedule: weekly}                              | /training/schedule
          training: {bundle: ../x}                                  | /training/bundle
          drain: {delaySeconds: 0}                                  | /drain/delaySeconds
          serviceMonitor: {interval: 30}                            | /serviceMonitor/interval
          """)
  void wrongValueIsRefusedByItsPlace(String values, String place, @TempDir Path directory)
      throws IOException {
    Path file = Files.writeString(directory.resolve("values.yaml"), values);

    assertThatThrownBy(() -> Chart.template().withValuesFile(file).call())
        .hasMessageContaining(place);
  }
}

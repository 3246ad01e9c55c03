package space.maneuver.web.oip;

import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.info.BuildProperties;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import space.maneuver.web.Paths;

/** Metadata and health of the service. */
@RestController
@RequestMapping(path = Paths.INFERENCE, produces = MediaType.APPLICATION_JSON_VALUE)
class ServerController implements ServerApi {

  private final HealthEndpoint health;
  private final ServerMetadata metadata;

  ServerController(HealthEndpoint health, ObjectProvider<BuildProperties> build) {
    this.health = health;
    BuildProperties known = build.getIfAvailable();
    String version = known == null ? null : known.getVersion();
    metadata = ServerMetadata.of(version == null ? "development" : version);
  }

  @Override
  @GetMapping
  public ServerMetadata getServerMetadata() {
    return metadata;
  }

  @Override
  @GetMapping("/")
  public ServerMetadata getServerMetadataWithSlash() {
    return metadata;
  }

  @Override
  @GetMapping("/health/live")
  public ResponseEntity<Map<String, Boolean>> getServerLive() {
    boolean live = up("liveness");
    return answer(live, Map.of("live", live));
  }

  /**
   * Returns both flags: the protocol's text has {@code live} here, its implementations {@code
   * ready}.
   */
  @Override
  @GetMapping("/health/ready")
  public ResponseEntity<Map<String, Boolean>> getServerReady() {
    boolean ready = up("readiness");
    return answer(ready, Map.of("live", up("liveness"), "ready", ready));
  }

  /** Whether a health group is up, as its probe reports. */
  private boolean up(String group) {
    HealthDescriptor descriptor = health.healthForPath(group);
    return descriptor != null && Status.UP.equals(descriptor.getStatus());
  }

  private static ResponseEntity<Map<String, Boolean>> answer(
      boolean good, Map<String, Boolean> body) {
    return ResponseEntity.status(good ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE).body(body);
  }
}

package space.maneuver.container;

import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Volume;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.ImageFromDockerfile;

/** The image of the Dockerfile and of the jar that this build made, and containers of it. */
final class BuiltImage {

  private static final long MEMORY = 1L << 30;
  private static final int PORT = 8080;
  private static final ImageFromDockerfile IMAGE = image();

  private BuiltImage() {}

  /** A container that has no more rights than the service needs. */
  static GenericContainer<?> container(String... command) {
    return new GenericContainer<>(IMAGE)
        .withCommand(command)
        .withTmpFs(Map.of("/tmp", "rw"))
        .withCreateContainerCmdModifier(
            create ->
                Objects.requireNonNull(create.getHostConfig())
                    .withReadonlyRootfs(true)
                    .withCapDrop(Capability.ALL)
                    .withSecurityOpts(List.of("no-new-privileges"))
                    .withMemory(MEMORY)
                    .withMemorySwap(MEMORY));
  }

  /**
   * Mounts a volume or a directory of this machine; not by Testcontainers, which would fetch an
   * image to see whether that works.
   *
   * @param source name of the volume, made if there is none, or an absolute path
   */
  static void mount(GenericContainer<?> container, String source, String path, AccessMode mode) {
    container.withCreateContainerCmdModifier(
        create ->
            Objects.requireNonNull(create.getHostConfig())
                .withBinds(new Bind(source, new Volume(path), mode)));
  }

  static String address(GenericContainer<?> container) {
    return "http://" + container.getHost() + ':' + container.getMappedPort(PORT);
  }

  private static ImageFromDockerfile image() {
    String runtime = System.getenv("MANEUVER_RUNTIME_IMAGE");
    ImageFromDockerfile image = new ImageFromDockerfile("local/maneuver-detection-test", false);
    for (String file :
        List.of("Dockerfile", "docker/assemble", "LICENSE", "target/maneuver-detection.jar")) {
      image.withFileFromPath(file, Path.of(file));
    }
    return runtime == null ? image : image.withBuildArg("RUNTIME_IMAGE", runtime);
  }
}

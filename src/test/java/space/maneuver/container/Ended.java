package space.maneuver.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;

/** Waits until the container has ended, whatever its exit status. */
final class Ended extends StartupCheckStrategy {

  @Override
  public StartupStatus checkStartupState(DockerClient docker, String id) {
    InspectContainerResponse.ContainerState state =
        docker.inspectContainerCmd(id).exec().getState();
    return "exited".equals(state.getStatus())
        ? StartupStatus.SUCCESSFUL
        : StartupStatus.NOT_YET_KNOWN;
  }
}

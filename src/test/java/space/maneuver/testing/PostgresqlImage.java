package space.maneuver.testing;

import java.util.Objects;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The image with PostgreSQL: MANEUVER_POSTGRESQL_IMAGE in the environment, else the public one. */
public final class PostgresqlImage {

  private static final String NAME =
      Objects.requireNonNullElse(System.getenv("MANEUVER_POSTGRESQL_IMAGE"), "postgres:17");

  private PostgresqlImage() {}

  /** A server that writes as safely as by default; containers for tests usually do not. */
  public static PostgreSQLContainer container() {
    PostgreSQLContainer container =
        new PostgreSQLContainer(DockerImageName.parse(NAME).asCompatibleSubstituteFor("postgres"));
    container.setCommand("postgres");
    return container;
  }
}

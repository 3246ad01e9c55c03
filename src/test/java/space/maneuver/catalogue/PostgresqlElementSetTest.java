package space.maneuver.catalogue;

import java.sql.SQLException;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(
    named = PostgresqlServer.URL,
    matches = "jdbc:postgresql:.+",
    disabledReason = "no PostgreSQL server is given, -Dpostgresql.url=jdbc:postgresql://HOST:PORT/")
class PostgresqlElementSetTest extends ElementSetContract {

  @Override
  StoreSettings settings() throws SQLException {
    return PostgresqlServer.emptyDatabase();
  }
}

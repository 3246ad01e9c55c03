package space.maneuver.catalogue;

import java.sql.SQLException;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(
    value = "space.maneuver.catalogue.PostgresqlServer#isAvailable",
    disabledReason = PostgresqlServer.MISSING)
class PostgresqlElementSetIT extends ElementSetContract {

  @Override
  StoreSettings settings() throws SQLException {
    return PostgresqlServer.emptyDatabase();
  }
}

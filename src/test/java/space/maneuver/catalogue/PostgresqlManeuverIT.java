package space.maneuver.catalogue;

class PostgresqlManeuverIT extends ManeuverContract {

  @Override
  StoreSettings settings() throws Exception {
    return PostgresqlServer.emptyDatabase();
  }
}

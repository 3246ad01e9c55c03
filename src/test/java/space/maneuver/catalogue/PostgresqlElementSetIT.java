package space.maneuver.catalogue;

class PostgresqlElementSetIT extends ElementSetContract {

  @Override
  StoreSettings settings() throws Exception {
    return PostgresqlServer.emptyDatabase();
  }
}

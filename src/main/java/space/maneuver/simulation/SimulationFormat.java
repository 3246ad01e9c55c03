package space.maneuver.simulation;

/** The formats in which simulated histories are written. */
public enum SimulationFormat {
  /** Two-line element sets with a name line before each. */
  TLE("elsets.tle"),
  /** General perturbations data as JSON, numbers as numbers. */
  GP_JSON("elsets.json");

  private final String file;

  SimulationFormat(String file) {
    this.file = file;
  }

  /** Name of the file in the folder of an object. */
  String file() {
    return file;
  }
}

package space.maneuver.simulation;

/** File formats of simulated histories. */
public enum SimulationFormat {
  /** Two-line element sets with a name line before each. */
  TLE("elsets.tle"),
  /** General perturbations data as JSON, numbers as numbers. */
  GP_JSON("elsets.json");

  private final String file;

  SimulationFormat(String file) {
    this.file = file;
  }

  /** Returns the file name in the directory of an object. */
  String file() {
    return file;
  }
}

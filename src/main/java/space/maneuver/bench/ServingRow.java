package space.maneuver.bench;

import space.maneuver.bench.measurement.Measurement;

/**
 * A row of the table of serving.
 *
 * @param model that answered
 * @param way by which it was asked
 * @param unit of the work: windows, or element sets
 * @param perSecond of that unit
 * @param p50 median latency of a call or request, ms
 * @param p99 ms
 * @param p999 of 99.9 %, ms
 * @param cpuMicros processor time of the server for one window or element set, us
 * @param ratio of {@code cpuMicros} to that of the network alone; 0 where there is none to compare
 * @param loadCpuMicros processor time of the load generator, us
 */
record ServingRow(
    String model,
    String way,
    String unit,
    double perSecond,
    double p50,
    double p99,
    double p999,
    double cpuMicros,
    double ratio,
    double loadCpuMicros) {

  static final String WINDOWS = "windows";
  static final String ELEMENT_SETS = "element sets";

  /**
   * @param raw processor time of the network alone, us; 0 where there is none to compare
   */
  static ServingRow of(String model, String way, String unit, Measurement measured, double raw) {
    return new ServingRow(
        model,
        way,
        unit,
        measured.perSecond(),
        measured.millis(50),
        measured.millis(99),
        measured.millis(99.9),
        measured.cpuMicros(),
        raw == 0 ? 0 : measured.cpuMicros() / raw,
        measured.loadCpuMicros());
  }
}

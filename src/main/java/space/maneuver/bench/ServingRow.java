package space.maneuver.bench;

import space.maneuver.bench.measurement.Measurement;

/**
 * A row of the table of serving.
 *
 * @param model name of the model
 * @param way how it was called
 * @param unit unit of work: windows or element sets
 * @param perSecond throughput in that unit per second
 * @param p50 median latency of a call or request, ms
 * @param p99 99th percentile of the latency, ms
 * @param p999 99.9th percentile of the latency, ms
 * @param cpuMicros CPU time of the server per window or element set, us
 * @param ratio ratio of {@code cpuMicros} to that of the network alone; 0 if there is none
 * @param loadCpuMicros CPU time of the load generator per window or element set, us
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
   * Returns a row of a measurement.
   *
   * @param raw CPU time of the network alone per window, us; 0 if there is none
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

package space.maneuver.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * The measurements and the machine they were made on.
 *
 * @param java version of Java
 * @param processors processors available to this process
 * @param maxHeapBytes maximum heap of this process, bytes
 * @param serving table of serving; empty if not measured
 * @param rows single measurements
 * @param problems what could not be measured, and why
 */
record BenchAnswer(
    String java,
    int processors,
    long maxHeapBytes,
    List<ServingRow> serving,
    List<BenchRow> rows,
    List<String> problems) {

  static BenchAnswer of(List<ServingRow> serving, List<BenchRow> rows, List<String> problems) {
    Runtime runtime = Runtime.getRuntime();
    return new BenchAnswer(
        Runtime.version().toString(),
        runtime.availableProcessors(),
        runtime.maxMemory(),
        serving,
        rows,
        problems);
  }

  void print(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "Java %s, %d processors, at most %,d MB of heap%n",
        java,
        processors,
        maxHeapBytes >> 20);
    if (!serving.isEmpty()) {
      out.printf(
          "%-20s %-33s %9s %8s %8s %8s %8s %6s %8s%n",
          "", "", "per s", "p50 ms", "p99", "p99.9", "CPU us", "ratio", "load us");
    }
    for (ServingRow row : serving) {
      out.printf(
          Locale.ROOT,
          "%-20s %-33s %,9.0f %8.2f %8.2f %8.2f %8.1f %6s %8.1f%n",
          row.model(),
          row.way(),
          row.perSecond(),
          row.p50(),
          row.p99(),
          row.p999(),
          row.cpuMicros(),
          row.ratio() == 0 ? "" : String.format(Locale.ROOT, "%.2f", row.ratio()),
          row.loadCpuMicros());
    }
    for (BenchRow row : rows) {
      out.printf(
          "%-46s %10s %-28s %s%n",
          row.name(), BenchRow.number(row.value()), row.unit(), row.target());
    }
    problems.forEach(out::println);
    out.flush();
  }
}

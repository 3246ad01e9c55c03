package space.maneuver.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What serving should reach. */
final class Targets {

  private static final double IN_PROCESS_RATIO = 1.05;
  private static final double BINARY_RATIO = 1.25;
  private static final double JSON_RATIO = 2;
  private static final double SINGLE_MICROS = 110;
  private static final double SINGLE_P50 = 1.5;
  private static final double SINGLE_P99 = 25;
  private static final double ELEMENT_SETS = 8000;
  private static final int BUSY = 64;
  private static final String CPU_RATIO = "x CPU of the network alone";

  private Targets() {}

  static List<BenchRow> of(List<ServingRow> rows) {
    List<BenchRow> targets = new ArrayList<>();
    most(targets, rows, ModelBench.IN_PROCESS, ServingRow::ratio, CPU_RATIO, IN_PROCESS_RATIO);
    most(targets, rows, ModelBench.BINARY, ServingRow::ratio, CPU_RATIO, BINARY_RATIO);
    most(targets, rows, ModelBench.JSON, ServingRow::ratio, CPU_RATIO, JSON_RATIO);
    String busy = ModelBench.single(BUSY);
    most(targets, rows, busy, ServingRow::cpuMicros, "us of CPU a request", SINGLE_MICROS);
    most(targets, rows, busy, ServingRow::p99, "ms at p99", SINGLE_P99);
    most(targets, rows, ModelBench.single(1), ServingRow::p50, "ms at p50", SINGLE_P50);
    rows.stream()
        .filter(row -> row.unit().equals(ServingRow.ELEMENT_SETS))
        .map(
            row ->
                BenchRow.atLeast(
                    row.way(), 1e6 / row.cpuMicros(), "element sets per CPU second", ELEMENT_SETS))
        .forEach(targets::add);
    return targets;
  }

  private static void most(
      List<BenchRow> targets,
      List<ServingRow> rows,
      String way,
      ToDoubleFunction<ServingRow> value,
      String unit,
      double most) {
    rows.stream()
        .filter(row -> row.model().equals(ServingBench.REFERENCE) && row.way().equals(way))
        .map(row -> BenchRow.atMost(way, value.applyAsDouble(row), unit, most))
        .forEach(targets::add);
  }
}

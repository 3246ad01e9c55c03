package space.maneuver.command.report;

import java.util.List;
import space.maneuver.detection.ObjectReport;
import space.maneuver.orbit.format.Rejection;

/** Prints reports one by one as they arrive. */
public interface ReportPrinter {

  void print(ObjectReport report);

  /** Prints whatever follows the last report. */
  void end(InputSummary input);

  /**
   * The outcome of reading the input files.
   *
   * @param rejected the first unusable records
   * @param rejectedCount number of all unusable records
   * @param complete whether every file could be read to its end
   */
  record InputSummary(List<Rejection> rejected, long rejectedCount, boolean complete) {}
}

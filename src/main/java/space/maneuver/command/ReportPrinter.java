package space.maneuver.command;

import space.maneuver.detection.ObjectReport;

/** Prints reports one by one as they arrive. */
interface ReportPrinter {

  void print(ObjectReport report);

  /** Prints whatever follows the last report. */
  void end(InputSummary input);
}

package space.maneuver.command;

import space.maneuver.detection.ObjectReport;

/** Prints reports one by one, as they come. */
interface ReportPrinter {

  void print(ObjectReport report);

  /** Prints what follows the last report. */
  void end(InputSummary input);
}

package space.maneuver.command;

import space.maneuver.detection.ObjectReport;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.web.detections.DetectionsWriter;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** The answer that {@code POST /detections} gives, on one line. */
final class DetectionsJson implements ReportPrinter {

  private final PrintWriter out;
  private final ManeuverModel model;
  private @Nullable DetectionsWriter begun;

  DetectionsJson(ManeuverModel model, PrintWriter out) {
    this.model = model;
    this.out = out;
  }

  @Override
  public void print(ObjectReport report) {
    json().object(report);
  }

  @Override
  public void end(InputSummary input) {
    json().end(input.rejected(), input.rejectedCount());
    out.println();
  }

  /** Begins late, so that input that is refused leaves nothing behind. */
  private DetectionsWriter json() {
    if (begun == null) {
      begun = new DetectionsWriter(model, out);
    }
    return begun;
  }
}

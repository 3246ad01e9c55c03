package space.maneuver.exchange;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import space.maneuver.catalogue.maneuvers.Review;

/** Writes reviews as CSV, one line each. */
public final class ReviewCsv {

  private static final String HEADER = "id,norad_id,maneuver_id,verdict,start,end,note,by,at";

  private final PrintWriter out;

  /**
   * Writes the header.
   *
   * @param out neither flushed nor closed
   */
  public ReviewCsv(PrintWriter out) {
    this.out = out;
    out.print(HEADER + "\n");
  }

  /** Writes a review. */
  public void review(Review review) {
    @Nullable Object[] cells = {
      review.id(),
      review.noradId(),
      review.maneuverId(),
      review.verdict().label(),
      review.start(),
      review.end(),
      ManeuverCsv.text(review.note()),
      ManeuverCsv.text(review.by()),
      review.at()
    };
    out.print(
        Arrays.stream(cells)
            .map(cell -> cell == null ? "" : cell.toString())
            .collect(Collectors.joining(",")));
    out.print('\n');
  }
}

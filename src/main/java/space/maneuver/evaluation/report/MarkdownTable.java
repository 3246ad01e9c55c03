package space.maneuver.evaluation.report;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import space.maneuver.math.Interval;
import space.maneuver.math.Rate;
import space.maneuver.math.SampleMedian;
import space.maneuver.math.Share;

/** A Markdown table with its heading and an explanation of its columns, built row by row. */
final class MarkdownTable {

  /** Label of the row over all satellites. */
  static final String POOLED = "**pooled**";

  private final StringBuilder text = new StringBuilder();

  /**
   * @param title of the third-level heading
   * @param explanation what the columns mean and which direction is good
   * @param columns headings of the columns
   */
  MarkdownTable(String title, String explanation, List<String> columns) {
    text.append("### ").append(title).append("\n\n").append(explanation).append("\n\n");
    row(List.<@Nullable Object>copyOf(columns));
    row(Collections.<@Nullable Object>nCopies(columns.size(), "---"));
  }

  /** Appends a row; doubles are written with three decimals, null as a dash. */
  void row(@Nullable Object... cells) {
    row(Arrays.asList(cells));
  }

  void row(List<@Nullable Object> cells) {
    text.append(
        cells.stream().map(MarkdownTable::cell).collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  static String cell(@Nullable Object value) {
    if (value instanceof Double number) {
      return String.format(Locale.ROOT, "%.3f", number);
    }
    return Objects.toString(value, "-").replace("|", "\\|");
  }

  static String cell(Share share) {
    return cell(share.share()) + within(share.interval()) + " of " + share.of();
  }

  static String cell(Rate rate) {
    return cell(rate.perYear()) + within(rate.interval());
  }

  static String cell(SampleMedian median) {
    return cell(median.median()) + within(median.interval()) + " of " + median.count();
  }

  static String within(@Nullable Interval interval) {
    return interval == null
        ? ""
        : String.format(Locale.ROOT, " (%.3f-%.3f)", interval.low(), interval.high());
  }

  @Override
  public String toString() {
    return text + "\n";
  }
}

package space.maneuver.evaluation.report;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A Markdown table that grows row by row. */
final class MarkdownTable {

  /** Name of the row over all satellites. */
  static final String POOLED = "**pooled**";

  private final StringBuilder text = new StringBuilder();

  MarkdownTable(String title, List<String> columns) {
    text.append("## ").append(title).append("\n\n");
    row(List.<@Nullable Object>copyOf(columns));
    row(Collections.<@Nullable Object>nCopies(columns.size(), "---"));
  }

  /** Doubles get three decimals; null is a dash. */
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

  @Override
  public String toString() {
    return text + "\n";
  }
}

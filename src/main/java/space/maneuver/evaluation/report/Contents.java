package space.maneuver.evaluation.report;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Tables of contents of Markdown documents, whose headings GitHub and this package anchor alike.
 */
public final class Contents {

  private static final String SECTION = "## ";
  private static final String TABLE = "### ";

  private Contents() {}

  /**
   * Lists the second-level headings of a document as links.
   *
   * @param document Markdown without headings inside code blocks
   * @return a Markdown list followed by an empty line
   */
  public static String sections(String document) {
    return list(document, false);
  }

  /**
   * Names the second-level headings of a document in one line, for places where links cannot work.
   *
   * @param document Markdown without headings inside code blocks
   * @return a Markdown paragraph followed by an empty line
   */
  public static String titles(String document) {
    return document
        .lines()
        .filter(line -> line.startsWith(SECTION))
        .map(line -> line.substring(SECTION.length()))
        .collect(Collectors.joining("; ", "Contents: ", ".\n\n"));
  }

  /** Lists the second-level headings of a document, each followed by its third-level ones. */
  static String all(String document) {
    return list(document, true);
  }

  private static String list(String document, boolean tables) {
    StringBuilder list = new StringBuilder();
    for (String line : document.split("\n")) {
      if (line.startsWith(SECTION)) {
        list.append("- ").append(link(line.substring(SECTION.length()))).append('\n');
      } else if (tables && line.startsWith(TABLE)) {
        list.append("  - ").append(link(line.substring(TABLE.length()))).append('\n');
      }
    }
    return list.append('\n').toString();
  }

  private static String link(String title) {
    return "[" + title + "](#" + anchor(title) + ")";
  }

  /** Returns the anchor that GitHub gives to a heading. */
  static String anchor(String title) {
    return title
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .strip()
        .replace(' ', '-');
  }
}

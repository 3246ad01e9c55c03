package space.maneuver.orbit.format;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of comma-separated values with or without quotes (RFC 4180). A quoted cell must end on its
 * line, so that a stray quote costs one line and not the rest of the document.
 */
final class CsvLine {

  private static final char QUOTE = '"';
  private static final char COMMA = ',';

  private final String text;
  private final List<String> cells = new ArrayList<>();
  private int position;

  private CsvLine(String text) {
    this.text = text;
  }

  /**
   * Splits a line.
   *
   * @throws FieldFault when a quoted cell does not end where it should
   */
  static List<String> split(String text) throws FieldFault {
    CsvLine line = new CsvLine(text);
    do {
      line.cells.add(line.cell());
      line.position++;
    } while (line.position <= text.length());
    return line.cells;
  }

  /** Reads a cell; the position is then at the comma behind it or at the end. */
  private String cell() throws FieldFault {
    if (position < text.length() && text.charAt(position) == QUOTE) {
      return quoted();
    }
    int comma = text.indexOf(COMMA, position);
    int from = position;
    position = comma < 0 ? text.length() : comma;
    return text.substring(from, position);
  }

  private String quoted() throws FieldFault {
    StringBuilder cell = new StringBuilder();
    int start = position;
    int from = start + 1;
    while (true) {
      int quote = text.indexOf(QUOTE, from);
      if (quote < 0) {
        throw fault(start, "is quoted and does not end on its line");
      }
      cell.append(text, from, quote);
      position = quote + 1;
      if (position == text.length() || text.charAt(position) == COMMA) {
        return cell.toString();
      }
      if (text.charAt(position) != QUOTE) {
        throw fault(start, "goes on behind its closing quote");
      }
      cell.append(QUOTE);
      from = position + 1;
    }
  }

  private FieldFault fault(int start, String reason) {
    return new FieldFault("cell", text.substring(start), reason);
  }
}

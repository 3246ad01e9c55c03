package space.maneuver.orbit.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.UnreadableInputException;
import space.maneuver.orbit.format.Rejection.FieldFault;

/**
 * Reads GP records as comma-separated values: a header with column names in any order, of which
 * unknown ones are ignored, then one record a line. The header may be repeated, as in concatenated
 * files.
 */
final class GpCsvReader<T> {

  private final RecordParser<T> records;
  private final Consumer<T> good;
  private final Consumer<Rejection> bad;
  private final GpRecord record = new GpRecord();

  private @Nullable String header;
  private List<@Nullable GpField> columns = List.of();

  GpCsvReader(RecordParser<T> records, Consumer<T> good, Consumer<Rejection> bad) {
    this.records = records;
    this.good = good;
    this.bad = bad;
  }

  void read(InputStream in) throws IOException {
    LineReader lines = new LineReader(in);
    while (lines.next()) {
      String text = lines.text();
      if (text.isEmpty() || text.equals(header)) {
        continue;
      }
      try {
        lines.checkLength();
        if (header == null) {
          columns = columns(text);
          header = text;
        } else {
          good.accept(elements(text));
        }
      } catch (FieldFault fault) {
        if (header == null) {
          throw new UnreadableInputException(
              "line " + lines.number() + ": " + fault.field() + " " + fault.reason(), fault);
        }
        bad.accept(Rejection.atLine(lines.number(), fault));
      }
    }
  }

  private T elements(String text) throws FieldFault {
    List<String> cells = CsvLine.split(text);
    if (cells.size() != columns.size()) {
      throw new FieldFault(
          "line", Integer.toString(cells.size()), "cells instead of " + columns.size());
    }
    record.clear();
    for (int i = 0; i < cells.size(); i++) {
      GpField field = columns.get(i);
      if (field != null) {
        record.set(field, cells.get(i));
      }
    }
    return records.gp(record);
  }

  private static List<@Nullable GpField> columns(String text) throws FieldFault {
    List<@Nullable GpField> columns = new ArrayList<>();
    Set<GpField> missing = EnumSet.copyOf(GpField.REQUIRED);
    for (String cell : CsvLine.split(text)) {
      GpField field = GpField.of(cell.strip());
      if (field != null && columns.contains(field)) {
        throw new FieldFault("column " + field, cell, "appears twice");
      }
      columns.add(field);
      missing.remove(field);
    }
    if (!missing.isEmpty()) {
      throw new FieldFault("column " + missing.iterator().next(), null, "is missing");
    }
    return columns;
  }

  /**
   * A line of comma-separated values with or without quotes (RFC 4180). A quoted cell must end on
   * its line, so that a stray quote costs one line and not the rest of the document.
   */
  private static final class CsvLine {

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
     * @throws FieldFault if a quoted cell does not end with its closing quote
     */
    static List<String> split(String text) throws FieldFault {
      CsvLine line = new CsvLine(text);
      do {
        line.cells.add(line.cell());
        line.position++;
      } while (line.position <= text.length());
      return line.cells;
    }

    /** Reads a cell and stops at the comma after it or at the end of the line. */
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
          throw fault(start, "has unexpected text after its closing quote");
        }
        cell.append(QUOTE);
        from = position + 1;
      }
    }

    private FieldFault fault(int start, String reason) {
      return new FieldFault("cell", text.substring(start), reason);
    }
  }
}

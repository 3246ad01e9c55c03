package space.maneuver.orbit.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.ObjectName;

/**
 * Reads two-line element sets with or without name lines. A record is a name line, if any, a line 1
 * and a line 2; whatever does not fit into one is rejected, and the next line 1 begins anew.
 */
final class TleReader {

  private final Consumer<ElementSet> good;
  private final Consumer<Rejection> bad;

  private @Nullable String name;
  private @Nullable String line1;
  private long nameNumber;
  private long line1Number;

  TleReader(Consumer<ElementSet> good, Consumer<Rejection> bad) {
    this.good = good;
    this.bad = bad;
  }

  void read(InputStream in) throws IOException {
    LineReader lines = new LineReader(in);
    while (lines.next()) {
      String text = lines.text();
      if (lines.overlong()) {
        abandon();
        reject(lines.number(), "length", text, "longer than " + LineReader.LONGEST + " bytes");
      } else if (text.startsWith("1 ")) {
        abandonLine1();
        line1 = text;
        line1Number = lines.number();
      } else if (text.startsWith("2 ")) {
        line2(text, lines.number());
      } else if (!text.isEmpty()) {
        other(text, lines.number());
      }
    }
    abandon();
  }

  private void other(String text, long number) {
    abandon();
    if (text.length() > ObjectName.LONGEST) {
      reject(number, "line", text, "neither a name nor an element line");
      return;
    }
    name = (text.startsWith("0 ") ? text.substring(2) : text).strip();
    nameNumber = number;
  }

  private void line2(String line2, long number) {
    String first = line1;
    if (first == null) {
      reject(number, "line 1", null, "line 2 has no line 1 before it");
    } else {
      pair(first, line2, number);
    }
    line1 = null;
    name = null;
  }

  private void pair(String first, String second, long secondNumber) {
    long place = line1Number;
    try {
      TleParser.checkLine(first);
      int satellite = TleParser.satellite(first);
      TleParser.Line1 fields = TleParser.line1(first);
      place = secondNumber;
      TleParser.checkLine(second);
      if (TleParser.satellite(second) != satellite) {
        throw new FieldFault(
            "satellite number",
            second.substring(2, 7),
            "line 1 before it is of " + first.substring(2, 7));
      }
      good.accept(TleParser.elements(satellite, name, fields, second));
    } catch (FieldFault fault) {
      bad.accept(Rejection.atLine(place, fault));
    }
  }

  private void abandon() {
    abandonLine1();
    if (name != null) {
      reject(nameNumber, "line", name, "no line 1 follows");
      name = null;
    }
  }

  private void abandonLine1() {
    if (line1 != null) {
      reject(line1Number, "line 2", null, "line 1 has no line 2 after it");
      line1 = null;
      name = null;
    }
  }

  private void reject(long number, String field, @Nullable String value, String reason) {
    bad.accept(new Rejection(null, number, false, field, value, reason));
  }
}

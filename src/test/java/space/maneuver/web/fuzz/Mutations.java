package space.maneuver.web.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import space.maneuver.testing.Damage;

/** Mutates texts: single values or bytes. */
final class Mutations {

  static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "-1",
          "1",
          ".9999999",
          "0.9999999",
          "0.99999999999999999",
          "1e308",
          "-1e308",
          "1e309",
          "1e-320",
          "3.5e38",
          "-3.4e38",
          "1e30",
          "NaN",
          "Infinity",
          "-Infinity",
          "null",
          "true",
          "\"\"",
          "\"1\"",
          "[]",
          "{}",
          "180.0001",
          "-360",
          "17.99",
          "99.99999999",
          "0.00000001",
          "2147483648",
          "9223372036854775808",
          "0x10",
          "1_000",
          "1,5",
          "１２",
          "1e",
          "+1",
          "01",
          "1".repeat(400),
          "0." + "3".repeat(400),
          "1e99999999999",
          "");
  private static final List<String> TEXTS =
      List.of(
          "0001-01-01T00:00:00",
          "1957-10-04T00:00:00",
          "2056-12-31T23:59:59.999999",
          "2057-01-01T00:00:00",
          "9999-12-31T23:59:59.999999",
          "+10000-01-01T00:00:00",
          "-2020-01-01T00:00:00",
          "2020-02-30T00:00:00",
          "2016-12-31T23:59:60.5",
          "2020-001T12:00:00",
          "2020-01-01",
          "2020-01-10T00:00:00Z",
          "2020-01-10T00:00:00+14:00",
          "\uD83D\uDEF0 satellite",
          "\uD83D\uDEF0".repeat(40),
          "x" + "\uD83D\uDEF0".repeat(40),
          "\\ud800",
          "\\udfff\\ud800",
          "\\u0000",
          "\u0000",
          "\u202E\u0007",
          "<b>&amp;</b>",
          "&lol;",
          "]]>",
          "<![CDATA[x]]>",
          "=cmd()",
          "\\\"",
          "x".repeat(5_000),
          " ",
          "LEO",
          "DEBRIS");

  private final Random random;

  Mutations(Random random) {
    this.random = random;
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  boolean chance(int in) {
    return random.nextInt(in) == 0;
  }

  /** Returns mostly invalid or extreme numbers, otherwise text. */
  String value() {
    return chance(3) ? one(TEXTS) : one(NUMBERS);
  }

  /** Flips, changes, removes, adds, duplicates, moves or truncates bytes. */
  byte[] bytes(byte[] text) {
    if (text.length < 2) {
      return text;
    }
    return switch (random.nextInt(4)) {
      case 0 -> flipped(text);
      case 1 -> spliced(text);
      default -> Damage.random(text, random).text();
    };
  }

  private byte[] flipped(byte[] text) {
    byte[] flipped = text.clone();
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  private byte[] spliced(byte[] text) {
    int from = random.nextInt(text.length);
    int to = Math.min(text.length, from + 1 + random.nextInt(60));
    int at = random.nextInt(text.length);
    return Damage.joined(
        Arrays.copyOf(text, at),
        Arrays.copyOfRange(text, from, to),
        Arrays.copyOfRange(text, at, text.length));
  }

  /**
   * Replaces values of some records.
   *
   * @param value its first group is replaced
   */
  void values(List<String> records, Pattern value) {
    int index = random.nextInt(40);
    String replacement = value();
    boolean all = chance(3);
    int chosen = random.nextInt(records.size());
    for (int i = 0; i < records.size(); i++) {
      if (all || i == chosen) {
        records.set(i, replaced(records.get(i), value, index, replacement));
      }
    }
  }

  private static String replaced(String text, Pattern value, int index, String replacement) {
    List<MatchResult> found = new ArrayList<>(value.matcher(text).results().toList());
    if (found.isEmpty()) {
      return text;
    }
    MatchResult hit = found.get(index % found.size());
    return text.substring(0, hit.start(1)) + replacement + text.substring(hit.end(1));
  }

  /** Overwrites columns of two-line elements and corrects their checksums. */
  String columns(String lines) {
    StringBuilder text = new StringBuilder(lines);
    int start = text.indexOf("\n1 ") + 1;
    int line = chance(2) ? start : text.indexOf("\n", start) + 1;
    int from = 2 + random.nextInt(60);
    int to = Math.min(67, from + 1 + random.nextInt(12));
    String digits = one(List.of("9", "0", " ", "-", ".", "5", "+", "A", "1"));
    for (int i = from; i <= to; i++) {
      text.setCharAt(line + i, digits.charAt(0));
      if (chance(6)) {
        text.setCharAt(line + i, (char) ('0' + random.nextInt(10)));
      }
    }
    int sum = 0;
    for (int i = 0; i < 68; i++) {
      char each = text.charAt(line + i);
      sum += each == '-' ? 1 : each >= '0' && each <= '9' ? each - '0' : 0;
    }
    text.setCharAt(line + 68, (char) ('0' + sum % 10));
    return text.toString();
  }
}

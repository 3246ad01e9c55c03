package space.maneuver.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text of a request as it may stand in a log: short, and without what could forge a line. */
public final class PrintableText {

  private static final Pattern UNPRINTABLE = Pattern.compile("[^!-~]");
  private static final int LONGEST = 256;

  private PrintableText() {}

  /** Replaces characters that could start a new line or control a terminal. */
  public static String of(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return "-";
    }
    String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    return UNPRINTABLE.matcher(cut).replaceAll("?");
  }
}

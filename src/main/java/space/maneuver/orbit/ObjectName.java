package space.maneuver.orbit;

import org.jspecify.annotations.Nullable;

/** Texts that a publisher chose, made fit for a line of a table. */
public final class ObjectName {

  /** Characters of the longest name that is kept whole; catalogues allow 24 or 25. */
  public static final int LONGEST = 80;

  /** Characters of the longest designator that is kept whole; COSPAR's have at most 11. */
  static final int LONGEST_DESIGNATOR = 24;

  private ObjectName() {}

  /**
   * Removes what is not to be seen, blanks at both ends, and what is too long.
   *
   * @param longest characters that are kept
   * @return null when nothing is left
   */
  static @Nullable String clean(@Nullable String text, int longest) {
    if (text == null) {
      return null;
    }
    String seen = isClean(text) ? text : visible(text).strip();
    String cut = seen.length() > longest ? cut(seen, longest) : seen;
    return cut.isEmpty() ? null : cut;
  }

  private static boolean isClean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return text.isEmpty() || (text.charAt(0) != ' ' && text.charAt(text.length() - 1) != ' ');
  }

  private static String visible(String text) {
    StringBuilder seen = new StringBuilder(text.length());
    text.codePoints().filter(c -> !isHidden(c)).forEach(seen::appendCodePoint);
    return seen.toString();
  }

  /** Control and format characters, such as those that turn the direction of a text. */
  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static String cut(String text, int longest) {
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end).strip();
  }
}

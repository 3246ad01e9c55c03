package space.maneuver.orbit.format;

import space.maneuver.orbit.UnreadableInputException;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a document, in UTF-8, for a parser that may have to hold a piece of it, such as
 * a comment or an attribute, however long that is: fails when the parser reads too much without
 * getting a piece done. Remembers why it failed, which parsers wrap. A damaged character is
 * replaced, and costs no more than the text it stands in. Never closes what it reads from.
 */
final class BoundedReader extends FilterReader {

  /** Characters of the longest piece, what the parser reads ahead included. */
  static final int LONGEST_PIECE = 256 * 1024;

  private int sinceRestart;
  private @Nullable IOException failure;

  BoundedReader(InputStream in) {
    super(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /** Says that a piece is done. */
  void restart() {
    sinceRestart = 0;
  }

  /** Throws what a read threw, if one did. */
  void rethrowFailure() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] characters, int offset, int length) throws IOException {
    try {
      int read = in.read(characters, offset, length);
      sinceRestart += Math.max(0, read);
      if (sinceRestart > LONGEST_PIECE) {
        throw new UnreadableInputException(
            "a piece of the document is longer than " + LONGEST_PIECE + " characters");
      }
      return read;
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public void close() {}
}

package space.maneuver.orbit;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads element sets as they come: in any order, of many objects. Holds one record at a time, so a
 * document may be of any length. A faulty record is rejected, once, and takes no other with it.
 */
public final class ElementSetReader {

  private static final int HEAD_BYTES = 16 * 1024;

  private ElementSetReader() {}

  /**
   * Reads a document to its end.
   *
   * @param in not closed; not compressed
   * @param format null to recognise it by the content
   * @param good takes the element sets in the order of the document
   * @param bad takes the records that were not usable, likewise
   * @throws UnreadableInputException when the document is empty, of no known format or broken off
   * @throws IOException when {@code in} fails
   */
  public static void read(
      InputStream in,
      @Nullable ElementSetFormat format,
      Consumer<ElementSet> good,
      Consumer<Rejection> bad)
      throws IOException {
    byte[] head = in.readNBytes(HEAD_BYTES);
    if (new String(head, StandardCharsets.ISO_8859_1).isBlank()) {
      throw new UnreadableInputException("line 1: the input is empty");
    }
    ElementSetFormat known = format == null ? ElementSetFormat.recognise(head) : format;
    if (known == null) {
      throw new UnreadableInputException(
          "line 1: neither a list of two-line element sets nor of GP records in JSON");
    }
    PushbackInputStream whole = new PushbackInputStream(in, HEAD_BYTES);
    whole.unread(head);
    switch (known) {
      case TLE -> new TleReader(good, bad).read(whole);
      case GP_JSON -> new GpJsonReader(good, bad).read(whole);
    }
  }
}

package space.maneuver.orbit;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads element sets as they come: in any order, of many objects. Holds one record at a time, so a
 * document may be of any length. A faulty record is rejected, once, and takes no other with it.
 */
public final class ElementSetReader {

  private static final int HEAD_BYTES = 16 * 1024;
  private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

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
    int start = startsWithMark(head) ? BYTE_ORDER_MARK.length : 0;
    String text = new String(head, start, head.length - start, StandardCharsets.UTF_8);
    if (text.isBlank()) {
      throw new UnreadableInputException("line 1: the input is empty");
    }
    ElementSetFormat known = format == null ? ElementSetFormat.recognise(text) : format;
    if (known == null) {
      throw new UnreadableInputException(
          "line 1: neither two-line element sets nor GP data as JSON, CSV, OMM XML or OMM KVN");
    }
    PushbackInputStream whole = new PushbackInputStream(in, HEAD_BYTES);
    whole.unread(head, start, head.length - start);
    switch (known) {
      case TLE -> new TleReader(good, bad).read(whole);
      case GP_JSON -> new GpJsonReader(good, bad).read(whole);
      case GP_CSV -> new GpCsvReader(good, bad).read(whole);
      case OMM_XML -> new OmmXmlReader(good, bad).read(whole);
      case OMM_KVN -> new OmmKvnReader(good, bad).read(whole);
    }
  }

  /**
   * Reads a document up to the first record that is not usable.
   *
   * @param in not closed; not compressed
   * @param format null to recognise it by the content
   * @param good takes the element sets in the order of the document
   * @throws UnreadableInputException as {@link #read}, or for such a record, naming its place
   * @throws IOException when {@code in} fails
   */
  public static void readStrictly(
      InputStream in, @Nullable ElementSetFormat format, Consumer<ElementSet> good)
      throws IOException {
    try {
      read(in, format, good, ElementSetReader::stop);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof UnreadableInputException) {
        throw e.getCause();
      }
      throw e;
    }
  }

  private static boolean startsWithMark(byte[] head) {
    return head.length >= BYTE_ORDER_MARK.length
        && Arrays.equals(Arrays.copyOf(head, BYTE_ORDER_MARK.length), BYTE_ORDER_MARK);
  }

  private static void stop(Rejection rejection) {
    throw new UncheckedIOException(new UnreadableInputException(rejection.message()));
  }
}

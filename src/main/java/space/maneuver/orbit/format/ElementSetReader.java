package space.maneuver.orbit.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.UnreadableInputException;

/**
 * Reads element sets as they come: in any order, of many objects. Holds one record at a time, so a
 * document may be of any length. A faulty record is rejected, once, and takes no other with it.
 */
public final class ElementSetReader {

  /** Bytes of a million records in the wordiest format, twice over. */
  public static final long MOST_INFLATED = 4L << 30;

  private static final int HEAD_BYTES = 16 * 1024;
  private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

  private ElementSetReader() {}

  /**
   * Reads a document to its end, as {@link #read(InputStream, ElementSetFormat, long, Consumer,
   * Consumer)} with a limit of {@link #MOST_INFLATED}.
   */
  public static void read(
      InputStream in,
      @Nullable ElementSetFormat format,
      Consumer<ElementSet> good,
      Consumer<Rejection> bad)
      throws IOException {
    read(in, format, MOST_INFLATED, good, bad);
  }

  /**
   * Reads a document to its end.
   *
   * @param in not closed; compressed by gzip, which its beginning shows, or not
   * @param format null to recognise it by the content
   * @param mostInflated bytes to which a compressed document may inflate
   * @param good takes the element sets in the order of the document; may end the reading with an
   *     {@link UncheckedIOException} of an {@link UnreadableInputException}
   * @param bad takes the records that were not usable, likewise
   * @throws UnreadableInputException when the document is empty, of no known format, broken off or
   *     inflates to too much; what stood before has been taken
   * @throws IOException when {@code in} fails
   */
  public static void read(
      InputStream in,
      @Nullable ElementSetFormat format,
      long mostInflated,
      Consumer<ElementSet> good,
      Consumer<Rejection> bad)
      throws IOException {
    try {
      readInflated(InflatedInput.of(in, mostInflated), format, good, bad);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof UnreadableInputException) {
        throw e.getCause();
      }
      throw e;
    }
  }

  /**
   * Reads a document up to the first record that is not usable.
   *
   * @param in not closed; compressed by gzip or not
   * @param format null to recognise it by the content
   * @param good takes the element sets in the order of the document
   * @throws UnreadableInputException as {@link #read}, or for such a record, naming its place
   * @throws IOException when {@code in} fails
   */
  public static void readStrictly(
      InputStream in, @Nullable ElementSetFormat format, Consumer<ElementSet> good)
      throws IOException {
    read(in, format, good, ElementSetReader::stop);
  }

  private static void readInflated(
      InputStream in,
      @Nullable ElementSetFormat format,
      Consumer<ElementSet> good,
      Consumer<Rejection> bad)
      throws IOException {
    byte[] head = new byte[HEAD_BYTES];
    int length = readHead(in, head);
    int start = startsWithMark(head) ? BYTE_ORDER_MARK.length : 0;
    String text = new String(head, start, length - start, StandardCharsets.UTF_8);
    if (text.isBlank()) {
      throw new UnreadableInputException(
          "line 1: the input " + (in.read() < 0 ? "is empty" : "begins with blanks only"));
    }
    ElementSetFormat known = format == null ? ElementSetFormat.recognise(text) : format;
    if (known == null) {
      throw new UnreadableInputException(
          "line 1: neither two-line element sets nor GP data as JSON, CSV, OMM XML or OMM KVN");
    }
    InputStream whole =
        new SequenceInputStream(new ByteArrayInputStream(head, start, length - start), in);
    switch (known) {
      case TLE -> new TleReader(good, bad).read(whole);
      case GP_JSON -> new GpJsonReader(good, bad).read(whole);
      case GP_CSV -> new GpCsvReader(good, bad).read(whole);
      case OMM_XML -> new OmmXmlReader(good, bad).read(whole);
      case OMM_KVN -> new OmmKvnReader(good, bad).read(whole);
    }
  }

  /** Fills the head as far as the document goes; a fault behind that shows when reading goes on. */
  private static int readHead(InputStream in, byte[] head) throws IOException {
    int length = 0;
    try {
      int read = 0;
      while (read >= 0 && length < head.length) {
        length += read;
        read = in.read(head, length, head.length - length);
      }
    } catch (UnreadableInputException e) {
      // The stream throws it again where the head ends.
    }
    return length;
  }

  private static boolean startsWithMark(byte[] head) {
    return Arrays.equals(Arrays.copyOf(head, BYTE_ORDER_MARK.length), BYTE_ORDER_MARK);
  }

  private static void stop(Rejection rejection) {
    throw new UncheckedIOException(new UnreadableInputException(rejection.message()));
  }
}

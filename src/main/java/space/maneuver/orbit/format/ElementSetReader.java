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
 * Reads element sets of any number of objects in any order. Holds one record at a time, so a
 * document may have any length. A faulty record is rejected once and does not affect the others.
 */
public final class ElementSetReader {

  /** Limit on decompressed input: twice a million records in OMM XML, the most verbose format. */
  public static final long MOST_INFLATED = 4L << 30;

  private static final int HEAD_BYTES = 16 * 1024;
  private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

  private ElementSetReader() {}

  /** Reads a document to its end, with a limit of {@link #MOST_INFLATED} on decompressed input. */
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
   * @param in plain or gzip-compressed, which is detected; not closed
   * @param format null to detect it from the content
   * @param mostInflated limit on the size of a compressed document after decompression, bytes
   * @param good receives the element sets in the order of the document; may stop reading with an
   *     {@link UncheckedIOException} that wraps an {@link UnreadableInputException}
   * @param bad receives the rejected records; may stop reading likewise
   * @throws UnreadableInputException if the document is empty, of unknown format, truncated, or
   *     larger than the limit; the records before the fault have been delivered
   * @throws IOException if {@code in} fails
   */
  public static void read(
      InputStream in,
      @Nullable ElementSetFormat format,
      long mostInflated,
      Consumer<ElementSet> good,
      Consumer<Rejection> bad)
      throws IOException {
    read(in, format, mostInflated, RecordParser.ELEMENT_SETS, good, bad);
  }

  /**
   * Reads a document to its end, with the digits that were published.
   *
   * @param in plain or gzip-compressed; not closed
   * @param format null to detect it from the content
   * @param mostInflated limit on the size of a compressed document after decompression, bytes
   * @param good as in {@link #read}
   * @param bad as in {@link #read}; also receives records with more digits than can be kept, or
   *     with a creation date that is none
   * @throws UnreadableInputException as {@link #read}
   * @throws IOException if {@code in} fails
   */
  public static void readPublished(
      InputStream in,
      @Nullable ElementSetFormat format,
      long mostInflated,
      Consumer<PublishedElementSet> good,
      Consumer<Rejection> bad)
      throws IOException {
    read(in, format, mostInflated, RecordParser.PUBLISHED, good, bad);
  }

  private static <T> void read(
      InputStream in,
      @Nullable ElementSetFormat format,
      long mostInflated,
      RecordParser<T> records,
      Consumer<T> good,
      Consumer<Rejection> bad)
      throws IOException {
    try {
      readInflated(InflatedInput.of(in, mostInflated), format, records, good, bad);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof UnreadableInputException) {
        throw e.getCause();
      }
      throw e;
    }
  }

  private static <T> void readInflated(
      InputStream in,
      @Nullable ElementSetFormat format,
      RecordParser<T> records,
      Consumer<T> good,
      Consumer<Rejection> bad)
      throws IOException {
    byte[] head = new byte[HEAD_BYTES];
    int length = readHead(in, head);
    int start = startsWithMark(head) ? BYTE_ORDER_MARK.length : 0;
    String text = new String(head, start, length - start, StandardCharsets.UTF_8);
    if (text.isBlank()) {
      throw new UnreadableInputException(
          "line 1: the input " + (in.read() < 0 ? "is empty" : "starts with blanks only"));
    }
    ElementSetFormat known = format == null ? ElementSetFormat.recognise(text) : format;
    if (known == null) {
      throw new UnreadableInputException(
          "line 1: neither two-line element sets nor GP data as JSON, CSV, OMM XML or OMM KVN");
    }
    InputStream whole =
        new SequenceInputStream(new ByteArrayInputStream(head, start, length - start), in);
    switch (known) {
      case TLE -> new TleReader<>(records, good, bad).read(whole);
      case GP_JSON -> new GpJsonReader<>(records, good, bad).read(whole);
      case GP_CSV -> new GpCsvReader<>(records, good, bad).read(whole);
      case OMM_XML -> new OmmXmlReader<>(records, good, bad).read(whole);
      case OMM_KVN -> new OmmKvnReader<>(records, good, bad).read(whole);
    }
  }

  /** Reads up to a full head; a fault of the stream is left to whoever reads on. */
  private static int readHead(InputStream in, byte[] head) throws IOException {
    int length = 0;
    try {
      int read = 0;
      while (read >= 0 && length < head.length) {
        length += read;
        read = in.read(head, length, head.length - length);
      }
    } catch (UnreadableInputException e) {
      // The stream throws it again after the head.
    }
    return length;
  }

  private static boolean startsWithMark(byte[] head) {
    return Arrays.equals(Arrays.copyOf(head, BYTE_ORDER_MARK.length), BYTE_ORDER_MARK);
  }

  /**
   * Receives a rejected record, and stops reading: the reader throws an {@link
   * UnreadableInputException} that names its place.
   */
  public static void stop(Rejection rejection) {
    throw new UncheckedIOException(new UnreadableInputException(rejection.message()));
  }
}

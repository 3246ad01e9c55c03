package space.maneuver.catalogue;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.format.PublishedElementSet;
import space.maneuver.orbit.format.PublishedElementSet.Elements;

/**
 * An element set as the bytes of one column, without its catalogue number and epoch: about 100,
 * where columns of decimals would take three times that. Whole numbers have seven bits in a byte,
 * the lowest first (as in Protocol Buffers), signed ones zigzag; texts are UTF-8 after their
 * length. In order: version of the layout; the elements, each a scale and an unscaled number;
 * classification; ephemeris type; element number; revolution number; creation date relative to the
 * epoch, microseconds, plus 1, or 0 for none; designator, name, type, originator, source.
 */
final class ElementSetBytes {

  private static final byte VERSION = 1;

  /** In place of a scale: the unscaled number is longer than 64 bits. */
  private static final byte LONG_NUMBER = 127;

  private static final int LONGEST_SOURCE = 40;

  private ElementSetBytes() {}

  static byte[] encode(KeptElementSet kept) {
    PublishedElementSet published = kept.published();
    Output out = new Output();
    out.write(VERSION);
    for (BigDecimal value : published.elements().values()) {
      out.decimal(value);
    }
    out.write(published.classification());
    out.whole(published.ephemerisType());
    out.whole(published.elementNumber());
    out.whole(published.revolutionNumber());
    Instant created = published.creationDate();
    if (created == null) {
      out.whole(0);
    } else {
      out.whole(zigzag(Micros.of(created) - Micros.of(published.epoch())) + 1);
    }
    out.text(published.internationalDesignator());
    out.text(published.name());
    out.text(published.objectType());
    out.text(published.originator());
    String source = kept.source();
    out.text(source.length() > LONGEST_SOURCE ? source.substring(0, LONGEST_SOURCE) : source);
    return out.toByteArray();
  }

  /**
   * Reads the bytes.
   *
   * @param epoch microseconds since 1970
   * @throws IllegalStateException if they have a layout of a later version
   */
  static KeptElementSet decode(int noradId, long epoch, byte[] bytes) {
    Input in = new Input(ByteBuffer.wrap(bytes));
    byte version = in.bytes.get();
    if (version != VERSION) {
      throw new IllegalStateException(
          "object " + noradId + " has an element set of layout " + version);
    }
    List<BigDecimal> values = new ArrayList<>(Elements.COUNT);
    for (int i = 0; i < Elements.COUNT; i++) {
      values.add(in.decimal());
    }
    char classification = (char) in.bytes.get();
    int ephemerisType = (int) in.whole();
    int elementNumber = (int) in.whole();
    int revolutionNumber = (int) in.whole();
    long created = in.whole();
    Instant creationDate = created == 0 ? null : Micros.toInstant(epoch + unzigzag(created - 1));
    String designator = in.text();
    String name = in.text();
    String type = in.text();
    String originator = in.text();
    String source = in.text();
    return new KeptElementSet(
        new PublishedElementSet(
            noradId,
            name,
            designator,
            type,
            classification,
            Micros.toInstant(epoch),
            Elements.of(values),
            ephemerisType,
            elementNumber,
            revolutionNumber,
            creationDate,
            originator),
        source == null ? "" : source);
  }

  private static long zigzag(long value) {
    return value << 1 ^ value >> Long.SIZE - 1;
  }

  private static long unzigzag(long value) {
    return value >>> 1 ^ -(value & 1);
  }

  private static final class Output extends ByteArrayOutputStream {

    private static final int USUAL = 160;

    Output() {
      super(USUAL);
    }

    void decimal(BigDecimal value) {
      BigInteger unscaled = value.unscaledValue();
      if (unscaled.bitLength() < Long.SIZE) {
        write(value.scale());
        whole(zigzag(unscaled.longValue()));
      } else {
        byte[] magnitude = unscaled.toByteArray();
        write(LONG_NUMBER);
        write(value.scale());
        write(magnitude.length);
        writeBytes(magnitude);
      }
    }

    void whole(long value) {
      long rest = value;
      while ((rest & ~0x7fL) != 0) {
        write((int) (rest & 0x7f | 0x80));
        rest >>>= 7;
      }
      write((int) rest);
    }

    void text(@Nullable String text) {
      byte[] utf8 = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
      whole(utf8.length);
      writeBytes(utf8);
    }
  }

  private record Input(ByteBuffer bytes) {

    BigDecimal decimal() {
      byte scale = bytes.get();
      if (scale != LONG_NUMBER) {
        return BigDecimal.valueOf(unzigzag(whole()), scale);
      }
      byte longScale = bytes.get();
      byte[] magnitude = new byte[bytes.get()];
      bytes.get(magnitude);
      return new BigDecimal(new BigInteger(magnitude), longScale);
    }

    long whole() {
      long value = 0;
      int shift = 0;
      byte next;
      do {
        next = bytes.get();
        value |= (next & 0x7fL) << shift;
        shift += 7;
      } while (next < 0);
      return value;
    }

    @Nullable String text() {
      int length = (int) whole();
      if (length == 0) {
        return null;
      }
      byte[] utf8 = new byte[length];
      bytes.get(utf8);
      return new String(utf8, StandardCharsets.UTF_8);
    }
  }
}

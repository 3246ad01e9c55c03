package space.maneuver.web.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Creates a {@link NumbersParser} for UTF-8 text and Jackson's own parser for other encodings. Both
 * let NaN and infinities through, so that the caller can report them by name, and refuse duplicate
 * names.
 */
public final class NumbersFactory extends JsonFactory {

  private static final long serialVersionUID = 1L;

  /** Bytes needed to tell the encodings of Unicode apart. */
  private static final int ENCODING_PREFIX = 4;

  public NumbersFactory() {
    super(
        new JsonFactoryBuilder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER));
  }

  @Override
  protected JsonParser _createParser(ObjectReadContext reading, IOContext io, InputStream in) {
    byte[] head = new byte[ENCODING_PREFIX];
    int length;
    try {
      length = in.readNBytes(head, 0, ENCODING_PREFIX);
    } catch (IOException e) {
      throw _wrapIOFailure(e);
    }
    if (!isUtf8(head, 0, length)) {
      InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head, 0, length), in);
      return super._createParser(reading, io, whole);
    }
    byte[] buffer = io.allocReadIOBuffer();
    System.arraycopy(head, 0, buffer, 0, length);
    return parser(reading, io, in, buffer, 0, length);
  }

  @Override
  protected JsonParser _createParser(
      ObjectReadContext reading, IOContext io, byte[] text, int offset, int length) {
    return isUtf8(text, offset, length)
        ? parser(reading, io, null, text, offset, offset + length)
        : super._createParser(reading, io, text, offset, length);
  }

  private NumbersParser parser(
      ObjectReadContext reading,
      IOContext io,
      @Nullable InputStream in,
      byte[] buffer,
      int start,
      int end) {
    return new NumbersParser(
        reading,
        io,
        reading.getStreamReadFeatures(_streamReadFeatures),
        reading.getFormatReadFeatures(_formatReadFeatures),
        in,
        _byteSymbolCanonicalizer.makeChild(_factoryFeatures),
        buffer,
        start,
        end,
        in != null);
  }

  /**
   * JSON text starts with ASCII, so any other encoding starts with a zero byte or a byte order
   * mark.
   */
  private static boolean isUtf8(byte[] text, int offset, int length) {
    for (int i = offset; i < offset + Math.min(length, ENCODING_PREFIX); i++) {
      if (text[i] <= 0) {
        return false;
      }
    }
    return true;
  }
}

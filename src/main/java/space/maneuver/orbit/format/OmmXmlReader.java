package space.maneuver.orbit.format;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.UnreadableInputException;
import space.maneuver.orbit.format.Rejection.FieldFault;

/**
 * Reads Orbit Mean-Elements Messages as XML (CCSDS 505.0-B "XML Specification for Navigation Data
 * Messages"): one {@code omm}, or an {@code ndm} with several, in which other messages are ignored.
 * Never resolves anything outside of the document; a document type declaration or an entity
 * reference is refused.
 */
final class OmmXmlReader<T> {

  private static final int DEEPEST = 32;
  private static final String MESSAGE = "omm";
  private static final String COMBINED = "ndm";
  private static final String MESSAGE_MARK = "Message: ";

  private final OmmXmlMessage<T> message;
  private int depth;

  OmmXmlReader(RecordParser<T> records, Consumer<T> good, Consumer<Rejection> bad) {
    this.message = new OmmXmlMessage<>(records, good, bad);
  }

  void read(InputStream in) throws IOException {
    BoundedReader bounded = new BoundedReader(in);
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(bounded);
      while (xml.hasNext()) {
        int event = xml.next();
        bounded.restart();
        take(event, xml);
      }
      xml.close();
    } catch (XMLStreamException e) {
      bounded.rethrowFailure();
      throw new UnreadableInputException(place(e.getLocation()) + reason(e), e);
    }
  }

  private void take(int event, XMLStreamReader xml) throws UnreadableInputException {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start(xml);
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
          message.text(xml);
      case XMLStreamConstants.END_ELEMENT -> {
        message.end(depth);
        depth--;
      }
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw refused(xml, "document types and entities are not allowed");
      default -> {}
    }
  }

  private void start(XMLStreamReader xml) throws UnreadableInputException {
    depth++;
    if (depth > DEEPEST) {
      throw refused(xml, "elements are nested more than " + DEEPEST + " deep");
    }
    String name = xml.getLocalName();
    boolean isMessage = name.equals(MESSAGE);
    if (depth == 1 && !isMessage && !name.equals(COMBINED)) {
      throw refused(xml, "the document must be an omm or an ndm, not '" + name + "'");
    }
    if (isMessage && depth <= 2 && !message.isOpen()) {
      message.open(depth);
    } else {
      message.start(xml, depth);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }

  private static UnreadableInputException refused(XMLStreamReader xml, String reason) {
    return new UnreadableInputException(place(xml.getLocation()) + reason);
  }

  private static String place(Location place) {
    return "line " + place.getLineNumber() + ", column " + place.getColumnNumber() + ": ";
  }

  /** The parser's message without its leading location. */
  private static String reason(XMLStreamException e) {
    String text = String.valueOf(e.getMessage());
    int start = text.indexOf(MESSAGE_MARK);
    return start < 0 ? text : text.substring(start + MESSAGE_MARK.length());
  }

  /**
   * The {@code omm} element being read, and the current field in it; fields may be at any depth.
   */
  private static final class OmmXmlMessage<T> {

    private static final int LONGEST_TEXT = 4096;
    private static final String USER_DEFINED = "USER_DEFINED";

    private final RecordParser<T> records;
    private final Consumer<T> good;
    private final Consumer<Rejection> bad;
    private final GpRecord record = new GpRecord();
    private final StringBuilder text = new StringBuilder();

    private long index = -1;
    private int messageDepth;
    private int fieldDepth;
    private @Nullable GpField field;
    private @Nullable FieldFault fault;

    OmmXmlMessage(RecordParser<T> records, Consumer<T> good, Consumer<Rejection> bad) {
      this.records = records;
      this.good = good;
      this.bad = bad;
    }

    boolean isOpen() {
      return messageDepth > 0;
    }

    void open(int depth) {
      messageDepth = depth;
      index++;
      record.clear();
      fault = null;
    }

    /** Handles the start of an element, within a message or outside of any. */
    void start(XMLStreamReader xml, int depth) {
      if (!isOpen()) {
        return;
      }
      if (field != null) {
        blame(field, null, "must be text");
        return;
      }
      field = field(xml);
      if (field != null) {
        fieldDepth = depth;
        text.setLength(0);
        checkStart(field, xml.getAttributeValue(null, "units"));
      }
    }

    /** Handles text, which matters only within a field. */
    void text(XMLStreamReader xml) {
      if (field == null) {
        return;
      }
      if (text.length() + xml.getTextLength() > LONGEST_TEXT) {
        blame(field, text.toString(), "longer than " + LONGEST_TEXT + " characters");
      } else {
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
      }
    }

    /** Handles the end of the element at a depth. */
    void end(int depth) {
      if (field != null && depth == fieldDepth) {
        record.set(field, text.toString());
        field = null;
      } else if (depth == messageDepth) {
        messageDepth = 0;
        finish();
      }
    }

    private void finish() {
      try {
        if (fault != null) {
          throw fault;
        }
        good.accept(records.gp(record));
      } catch (FieldFault e) {
        bad.accept(Rejection.atIndex(index, e));
      }
    }

    private void checkStart(GpField started, @Nullable String unit) {
      if (record.has(started)) {
        blame(started, null, "appears twice");
      }
      if (unit != null) {
        try {
          started.checkUnit(unit);
        } catch (FieldFault e) {
          blame(started, unit, e.reason());
        }
      }
    }

    private void blame(GpField guilty, @Nullable String value, String reason) {
      if (fault == null) {
        fault = new FieldFault(guilty.name(), value, reason);
      }
    }

    private static @Nullable GpField field(XMLStreamReader xml) {
      String name = xml.getLocalName();
      return name.equals(USER_DEFINED)
          ? GpField.ofUser(xml.getAttributeValue(null, "parameter"))
          : GpField.of(name);
    }
  }

  /**
   * Decodes a UTF-8 document for a parser that holds a whole token, such as a comment or an
   * attribute, in memory: fails if the parser reads too many characters without completing a token.
   * Keeps the cause of a failure, which parsers wrap. Replaces malformed characters, so that they
   * affect only the text they are in. Never closes the underlying stream.
   */
  private static final class BoundedReader extends FilterReader {

    /** Characters of the longest token, including what the parser reads ahead. */
    static final int LONGEST_PIECE = 256 * 1024;

    private int sinceRestart;
    private @Nullable IOException failure;

    BoundedReader(InputStream in) {
      super(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /** Notes that a token is complete. */
    void restart() {
      sinceRestart = 0;
    }

    /** Rethrows the failure of an earlier read, if there was one. */
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
              "a token of the document is longer than " + LONGEST_PIECE + " characters");
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
}

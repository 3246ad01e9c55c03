package space.maneuver.orbit.format;

import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.UnreadableInputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads Orbit Mean-Elements Messages as XML (CCSDS 505.0-B "XML Specification for Navigation Data
 * Messages"): one {@code omm}, or an {@code ndm} with many, where other messages are passed over.
 * Nothing outside of the document is ever looked at, and one that declares a document type or uses
 * an entity of its own is refused.
 */
final class OmmXmlReader {

  private static final int DEEPEST = 32;
  private static final String MESSAGE = "omm";
  private static final String COMBINED = "ndm";
  private static final String MESSAGE_MARK = "Message: ";

  private final OmmXmlMessage message;
  private int depth;

  OmmXmlReader(Consumer<ElementSet> good, Consumer<Rejection> bad) {
    this.message = new OmmXmlMessage(good, bad);
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

  /** The parser's message without the place, which it puts before. */
  private static String reason(XMLStreamException e) {
    String text = String.valueOf(e.getMessage());
    int start = text.indexOf(MESSAGE_MARK);
    return start < 0 ? text : text.substring(start + MESSAGE_MARK.length());
  }
}

package space.maneuver.orbit.format;

import space.maneuver.orbit.ElementSet;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The {@code omm} element that is being read, and the field in it; the fields lie at any depth. */
final class OmmXmlMessage {

  private static final int LONGEST_TEXT = 4096;
  private static final String USER_DEFINED = "USER_DEFINED";

  private final Consumer<ElementSet> good;
  private final Consumer<Rejection> bad;
  private final GpRecord record = new GpRecord();
  private final StringBuilder text = new StringBuilder();

  private long index = -1;
  private int messageDepth;
  private int fieldDepth;
  private @Nullable GpField field;
  private @Nullable FieldFault fault;

  OmmXmlMessage(Consumer<ElementSet> good, Consumer<Rejection> bad) {
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

  /** Takes an element that begins within the message, or outside of any. */
  void start(XMLStreamReader xml, int depth) {
    if (!isOpen()) {
      return;
    }
    if (field != null) {
      blame(field, null, "must be a text");
      return;
    }
    field = field(xml);
    if (field != null) {
      fieldDepth = depth;
      text.setLength(0);
      checkStart(field, xml.getAttributeValue(null, "units"));
    }
  }

  /** Takes text, which matters only within a field. */
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

  /** Takes the end of the element at a depth. */
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
      good.accept(record.toElementSet());
    } catch (FieldFault e) {
      bad.accept(Rejection.atIndex(index, e));
    }
  }

  private void checkStart(GpField started, @Nullable String unit) {
    if (record.has(started)) {
      blame(started, null, "is there twice");
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

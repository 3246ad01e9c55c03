package space.maneuver.orbit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reader made of a text. */
record Reading(List<ElementSet> good, List<Rejection> bad) {

  static Reading of(String text) throws IOException {
    return of(text, null);
  }

  static Reading of(String text, @Nullable ElementSetFormat format) throws IOException {
    Reading reading = new Reading(new ArrayList<>(), new ArrayList<>());
    reading.add(text, format);
    return reading;
  }

  void add(String text, @Nullable ElementSetFormat format) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ElementSetReader.read(new ByteArrayInputStream(bytes), format, good::add, bad::add);
  }

  ElementSet only() {
    if (good.size() != 1 || !bad.isEmpty()) {
      throw new AssertionError(this);
    }
    return good.get(0);
  }

  Rejection onlyRejection() {
    if (bad.size() != 1) {
      throw new AssertionError(this);
    }
    return bad.get(0);
  }
}

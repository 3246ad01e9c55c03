package space.maneuver.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.format.ElementSetFormat;
import space.maneuver.orbit.format.ElementSetReader;
import space.maneuver.orbit.format.Rejection;

/** What the reader of all formats made of a text: element sets and rejections. */
public record Reading(List<ElementSet> good, List<Rejection> bad) {

  public static Reading of(String text) throws IOException {
    return of(text, null);
  }

  public static Reading of(String text, @Nullable ElementSetFormat format) throws IOException {
    Reading reading = new Reading(new ArrayList<>(), new ArrayList<>());
    reading.add(text, format);
    return reading;
  }

  public void add(String text, @Nullable ElementSetFormat format) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ElementSetReader.read(new ByteArrayInputStream(bytes), format, good::add, bad::add);
  }

  public ElementSet only() {
    if (good.size() != 1 || !bad.isEmpty()) {
      throw new AssertionError(this);
    }
    return good.get(0);
  }

  public Rejection onlyRejection() {
    if (bad.size() != 1) {
      throw new AssertionError(this);
    }
    return bad.get(0);
  }
}

package space.maneuver.golden;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.format.ElementSetFormat;
import space.maneuver.orbit.format.ElementSetReader;
import space.maneuver.orbit.format.TleWriter;
import space.maneuver.testing.ElementSetDocument;

/** The inputs: simulated histories of every regime, and some of them with faults. */
final class GoldenInputs {

  private static final int SPARSE = 90_001;
  private static final int FEW = 90_002;

  /**
   * In low, medium, geostationary and highly elliptical orbit, and one in low orbit without burns.
   */
  private static final List<List<ElementSet>> OBJECTS = objects();

  private GoldenInputs() {}

  private static List<List<ElementSet>> objects() {
    TreeMap<Integer, List<ElementSet>> byNumber = new TreeMap<>();
    try (InputStream in =
        Objects.requireNonNull(
            GoldenInputs.class.getResourceAsStream("/golden/histories.tle.gz"))) {
      ElementSetReader.read(
          in,
          ElementSetFormat.TLE,
          each -> byNumber.computeIfAbsent(each.noradId(), id -> new ArrayList<>()).add(each),
          bad -> {
            throw new IllegalStateException(bad.toString());
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(byNumber.values());
  }

  /** All objects, one of them with only every fourth element set, one with only two. */
  static List<ElementSet> all() {
    List<ElementSet> all = new ArrayList<>();
    OBJECTS.forEach(all::addAll);
    List<ElementSet> first = OBJECTS.get(0);
    for (int i = 0; i < first.size(); i += 4) {
      all.add(first.get(i).withObject(SPARSE, "SPARSE"));
    }
    first.subList(0, 2).forEach(each -> all.add(each.withObject(FEW, "FEW")));
    return all;
  }

  /** Slightly more than the longest window, of the low and the geostationary object. */
  static List<ElementSet> some() {
    List<ElementSet> some = new ArrayList<>(OBJECTS.get(0).subList(0, 60));
    some.addAll(OBJECTS.get(2).subList(0, 70));
    return some;
  }

  static String named(List<ElementSet> elements) {
    return elements.stream()
        .map(each -> "0 " + each.name() + "\n" + TleWriter.lines(each))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  static String text(ElementSetFormat format, List<ElementSet> elements) {
    return ElementSetDocument.of(format, elements).text();
  }

  /**
   * The two objects with a wrong checksum, a duplicate record, a truncated one, and one without its
   * second line.
   */
  static String faulty() {
    List<String> lines = new ArrayList<>(named(some()).lines().toList());
    String wrong = lines.get(31);
    lines.set(31, wrong.substring(0, 68) + (wrong.charAt(68) == '0' ? '1' : '0'));
    lines.addAll(lines.subList(45, 48));
    lines.set(61, lines.get(61).substring(0, 40));
    lines.remove(101);
    return String.join("\n", lines) + "\n";
  }
}

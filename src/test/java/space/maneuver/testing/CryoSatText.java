package space.maneuver.testing;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.ObjectClass;
import space.maneuver.orbit.format.GpJsonWriter;
import space.maneuver.orbit.format.TleWriter;

/**
 * Any number of element sets of any catalogue number, as text to post: an orbit like CryoSat-2's
 * that never maneuvers, a set every 25 hours.
 */
public final class CryoSatText {

  private static final long STEP_TICKS = 104_166_667L;
  private static final long FIRST_TICKS = 14_722L * ElementSet.TICKS_PER_DAY;
  private static final double MEAN_MOTION = 14.52134 * 2 * Math.PI / 86_400;

  private CryoSatText() {}

  public static List<ElementSet> elementSets(int noradId, int number) {
    return elementSets(noradId, number, MEAN_MOTION);
  }

  private static List<ElementSet> elementSets(int noradId, int number, double meanMotion) {
    List<ElementSet> sets = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      double noise = Math.sin(7.0 * i) * 1e-9;
      sets.add(
          new ElementSet(
              noradId,
              "CRYOSAT 2",
              "2010-013A",
              ObjectClass.UNKNOWN,
              FIRST_TICKS + i * STEP_TICKS,
              meanMotion * (1 + noise),
              0.00116 + noise,
              1.606,
              (5.0 + 0.0043 * i) % (2 * Math.PI),
              (4.0 + 0.01 * i) % (2 * Math.PI),
              2.3,
              1e-5,
              0,
              0,
              999,
              100 + i));
    }
    return sets;
  }

  public static String tle(int noradId, int number) {
    return elementSets(noradId, number).stream()
        .map(TleWriter::lines)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** As {@link #tle}, twice a day around the earth. */
  public static String medium(int noradId, int number) {
    return elementSets(noradId, number, 4 * Math.PI / 86_400).stream()
        .map(TleWriter::lines)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** 110 days of an orbit with a burn of 2 m/s on day 50. */
  public static String burn() {
    return new KeplerHistory(1)
        .burn(50.3, 2, 0).days(110).elements().stream()
            .map(TleWriter::lines)
            .collect(Collectors.joining("\n", "", "\n"));
  }

  public static String gpJson(int noradId, int number) {
    StringWriter text = new StringWriter();
    GpJsonWriter.write(elementSets(noradId, number), text);
    return text.toString();
  }
}

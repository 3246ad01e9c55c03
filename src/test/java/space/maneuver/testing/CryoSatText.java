package space.maneuver.testing;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.ObjectClass;
import space.maneuver.orbit.Ticks;
import space.maneuver.orbit.format.GpJsonWriter;

/**
 * Any number of element sets of any catalogue number, as text to post: an orbit like CryoSat-2's
 * that never maneuvers, a set every 25 hours.
 */
public final class CryoSatText {

  private static final long STEP_TICKS = 104_166_667L;
  private static final long FIRST_TICKS = 14_722L * Ticks.PER_DAY;
  private static final double MEAN_MOTION = 14.52134 * 2 * Math.PI / 86_400;

  private CryoSatText() {}

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
    return ElementSetDocument.tles(elementSets(noradId, number, MEAN_MOTION));
  }

  /** As {@link #tle}, in an orbit twice a day around the earth. */
  public static String medium(int noradId, int number) {
    return ElementSetDocument.tles(elementSets(noradId, number, 4 * Math.PI / 86_400));
  }

  public static String gpJson(int noradId, int number) {
    StringWriter text = new StringWriter();
    GpJsonWriter.write(elementSets(noradId, number, MEAN_MOTION), text);
    return text.toString();
  }
}

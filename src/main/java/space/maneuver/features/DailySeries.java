package space.maneuver.features;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.math.Days;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.Ticks;

/**
 * A history on a grid of UTC days: the element set nearest noon of each day, in the channels of
 * {@link DailyFeatures#SCHEMA}. Days without an element set stay empty; nothing is interpolated.
 */
public final class DailySeries implements FeatureSeries {

  private final int noradId;
  private final OrbitRegime regime;
  private final long firstDay;
  private final @Nullable ElementSet[] chosen;
  private final float[] rows;

  private DailySeries(History history, long firstDay, @Nullable ElementSet[] chosen, float[] rows) {
    this.noradId = history.noradId();
    this.regime = history.regime();
    this.firstDay = firstDay;
    this.chosen = chosen;
    this.rows = rows;
  }

  /**
   * Computes the channels of a history.
   *
   * @param solarFlux F10.7 of each day, or {@link SolarFlux#NONE}
   */
  public static DailySeries of(History history, SolarFlux solarFlux) {
    long first = history.first().utcDay();
    int days = Math.toIntExact(history.last().utcDay() - first + 1);
    @Nullable ElementSet[] chosen = new ElementSet[days];
    for (ElementSet elements : history.elements()) {
      int d = (int) (elements.utcDay() - first);
      ElementSet rival = chosen[d];
      if (rival == null || fromNoon(elements) < fromNoon(rival)) {
        chosen[d] = elements;
      }
    }
    int width = DailyFeatures.SCHEMA.width();
    float[] rows = new float[days * width];
    Arrays.fill(rows, Float.NaN);
    ElementSet previous = null;
    for (int d = 0; d < days; d++) {
      ElementSet elements = chosen[d];
      if (elements != null) {
        DailyFeatures.fill(rows, d * width, previous, elements, solarFlux.of(first + d));
        previous = elements;
      }
    }
    return new DailySeries(history, first, chosen, rows);
  }

  @Override
  public long firstDay() {
    return firstDay;
  }

  @Override
  public int days() {
    return chosen.length;
  }

  /**
   * Returns the window of {@code days} days that starts on day {@code from} of this series; it may
   * extend beyond either end. It depends on nothing outside itself: its first observed day has no
   * rates.
   */
  @Override
  public FeatureWindow window(int from, int days) {
    int width = DailyFeatures.SCHEMA.width();
    float[] values = new float[days * width];
    Arrays.fill(values, Float.NaN);
    int begin = Math.max(from, 0);
    int end = Math.min(from + days, days());
    if (begin < end) {
      System.arraycopy(rows, begin * width, values, (begin - from) * width, (end - begin) * width);
    }
    for (int d = begin; d < end; d++) {
      if (chosen[d] != null) {
        DailyFeatures.forgetPrevious(values, (d - from) * width);
        break;
      }
    }
    return new FeatureWindow(
        null, noradId, Days.start(firstDay + from), regime, days, width, values);
  }

  /** Regime of the newest element set. */
  public OrbitRegime regime() {
    return regime;
  }

  /** Number of days that have an element set. */
  public int observedDays() {
    return (int) Arrays.stream(chosen).filter(Objects::nonNull).count();
  }

  private static long fromNoon(ElementSet elements) {
    long timeOfDay = Math.floorMod(elements.epochTicks(), Ticks.PER_DAY);
    return Math.abs(timeOfDay - Ticks.PER_DAY / 2);
  }
}

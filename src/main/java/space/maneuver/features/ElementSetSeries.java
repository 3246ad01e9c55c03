package space.maneuver.features;

import java.util.Arrays;
import java.util.stream.IntStream;
import space.maneuver.features.gap.ElementSetFeatures;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.math.Days;
import space.maneuver.orbit.History;
import space.maneuver.orbit.OrbitRegime;

/**
 * A history with a step per element set, in the channels of {@link ElementSetFeatures#SCHEMA}. A
 * window uses only lags and the object's noise from before it, and nothing from after it.
 */
public final class ElementSetSeries implements FeatureSeries {

  private final ElementSetFeatures features;
  private final double[] epochs;
  private final int[] elementSets;
  private final int noradId;
  private final OrbitRegime regime;
  private final long firstDay;
  private final int days;

  private ElementSetSeries(History history, ElementSetFeatures features) {
    this.features = features;
    epochs = IntStream.range(0, features.size()).mapToDouble(features::epochDays).toArray();
    elementSets = places(features.steps(), history);
    noradId = history.noradId();
    regime = history.regime();
    firstDay = history.first().utcDay();
    days = Math.toIntExact(history.last().utcDay() - firstDay + 1);
  }

  public static ElementSetSeries of(History history) {
    return new ElementSetSeries(history, ElementSetFeatures.of(history));
  }

  @Override
  public long firstDay() {
    return firstDay;
  }

  @Override
  public int days() {
    return days;
  }

  /** The channels of all steps. */
  public ElementSetFeatures features() {
    return features;
  }

  /** Index in the history of the element set that is a step. */
  public int elementSet(int step) {
    return elementSets[step];
  }

  /** Regime of the newest element set. */
  public OrbitRegime regime() {
    return regime;
  }

  /** First step at or after a time in days since 1970-01-01 UTC, or the number of steps. */
  public int firstStepFrom(double time) {
    int found = Arrays.binarySearch(epochs, time);
    return found < 0 ? -found - 1 : found;
  }

  /** Returns a window; one without any element set has a single, missing step. */
  @Override
  public FeatureWindow window(int from, int length) {
    int width = ElementSetFeatures.SCHEMA.width();
    int first = firstStepFrom(firstDay + from);
    int end = firstStepFrom(firstDay + (double) from + length);
    float[] rows = new float[width];
    if (first < end) {
      rows = features.rows(first, end, end - 1);
    } else {
      Arrays.fill(rows, Float.NaN);
    }
    return new FeatureWindow(
        null, noradId, Days.start(firstDay + from), regime, length, width, rows);
  }

  private static int[] places(History steps, History history) {
    int[] places = new int[steps.size()];
    int place = 0;
    for (int step = 0; step < places.length; step++) {
      while (history.elements().get(place) != steps.elements().get(step)) {
        place++;
      }
      places[step] = place;
    }
    return places;
  }
}

package space.maneuver.model.bundle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import space.maneuver.features.SolarFlux;
import space.maneuver.features.window.Channel;
import space.maneuver.features.window.FeatureSchema;
import space.maneuver.features.window.Normaliser;
import space.maneuver.features.window.Sampling;
import space.maneuver.orbit.OrbitRegime;

/**
 * Everything about a network but its weights: the content of {@code bundle.json}.
 *
 * @param formatVersion 1 or {@value #FORMAT_VERSION}
 * @param name lower-case letters, digits and single dashes
 * @param version three numbers, major.minor.patch
 * @param architecture of the network
 * @param features what a step is
 * @param windowDays lengths of windows the network was trained for, d
 * @param normaliser of the features
 * @param calibration by length of the window, d; for objects whose regime is unknown or has none of
 *     its own
 * @param eventCalibration of the confidence of a maneuver; its input is the logit of the raw score;
 *     for regimes that have none of their own
 * @param calibrationByRegime of the regimes that have one of their own
 * @param thresholds of the decision
 * @param training what the network was trained on
 * @param metrics measured with their protocol, and all settings of the training; free in form
 * @param sha256 of {@code model.pt}, in lower-case hexadecimal
 * @param measuredRegimes orbit regimes in which it was tried on satellites with published burns, in
 *     order
 */
public record ModelBundle(
    int formatVersion,
    String name,
    String version,
    Architecture architecture,
    BundleFeatures features,
    List<Integer> windowDays,
    Normaliser normaliser,
    Map<Integer, Calibration> calibration,
    Calibration eventCalibration,
    Map<OrbitRegime, RegimeCalibration> calibrationByRegime,
    Thresholds thresholds,
    TrainingRecord training,
    Map<String, Object> metrics,
    String sha256,
    Set<OrbitRegime> measuredRegimes) {

  /** The format that is written. */
  public static final int FORMAT_VERSION = 2;

  /** The format of releases up to 0.1, read as well: its schema hash covers the channels' prose. */
  static final int FORMAT_1 = 1;

  /** Element sets in each of the windows in which a history is scanned, if it has as many. */
  public static final int SCAN_STEPS = 56;

  private static final int LENGTH_STRIDE = 32;

  public ModelBundle {
    windowDays = List.copyOf(windowDays);
    calibration = Sorted.copy(calibration);
    calibrationByRegime = Sorted.copy(calibrationByRegime);
    metrics = Sorted.copy(metrics);
    measuredRegimes = Collections.unmodifiableSet(new TreeSet<>(measuredRegimes));
  }

  /**
   * Lengths of windows, in steps, that a started model is warm at: others run too, but slowly at
   * first. A window has at most a step a day.
   */
  public List<Integer> warmSteps() {
    if (features.sampling() == Sampling.DAILY) {
      return windowDays;
    }
    List<Integer> steps = new ArrayList<>(windowDays);
    steps.add(SCAN_STEPS);
    return steps;
  }

  /**
   * The calibration of a window's logit.
   *
   * @param days length of the window, one of {@link #windowDays}
   * @param regime of the object, null where it is not known
   */
  public Calibration windowCalibration(int days, @Nullable OrbitRegime regime) {
    RegimeCalibration own = regime == null ? null : calibrationByRegime.get(regime);
    return Objects.requireNonNull((own == null ? calibration : own.window()).get(days));
  }

  /** The calibration of the confidence of a maneuver of an object in a regime. */
  public Calibration eventCalibration(OrbitRegime regime) {
    RegimeCalibration own = calibrationByRegime.get(regime);
    return own == null ? eventCalibration : own.event();
  }

  /**
   * What a window of so many steps is padded to: the next length that a started model is warm at,
   * beyond them the next multiple of {@value #LENGTH_STRIDE}.
   */
  public int paddedSteps(int steps) {
    int padded = Integer.MAX_VALUE;
    for (int warm : warmSteps()) {
      if (warm >= steps && warm < padded) {
        padded = warm;
      }
    }
    return padded < Integer.MAX_VALUE
        ? padded
        : (steps + LENGTH_STRIDE - 1) / LENGTH_STRIDE * LENGTH_STRIDE;
  }

  /** {@code NAME:VERSION}, by which it is asked for. */
  public String id() {
    return name + ':' + version;
  }

  /** The same for another {@code model.pt}. */
  public ModelBundle withSha256(String other) {
    return new ModelBundle(
        formatVersion,
        name,
        version,
        architecture,
        features,
        windowDays,
        normaliser,
        calibration,
        eventCalibration,
        calibrationByRegime,
        thresholds,
        training,
        metrics,
        other,
        measuredRegimes);
  }

  /** The solar flux that the bundle's windows hold: what is known of it if trained with it. */
  public SolarFlux solarFlux(SolarFlux known) {
    return training.solarFlux() ? known : SolarFlux.NONE;
  }

  /** Unmodifiable copies in the order of their keys, so that equal bundles give equal files. */
  static final class Sorted {

    private Sorted() {}

    static <K extends Comparable<K>, V> Map<K, V> copy(Map<K, V> map) {
      return Collections.unmodifiableMap(new TreeMap<>(map));
    }
  }

  /**
   * Calibration of one orbit regime, where satellites of it were held out to fit it to.
   *
   * @param window of window logits, by length of the window, d
   * @param event of the confidence of a maneuver; its input is the logit of the raw score
   */
  public record RegimeCalibration(Map<Integer, Calibration> window, Calibration event) {

    public RegimeCalibration {
      window = Sorted.copy(window);
    }
  }

  /**
   * From which probability on the answer is yes; all in [0, 1].
   *
   * @param window by length of the window, d
   * @param event by orbit regime
   */
  public record Thresholds(Map<Integer, Double> window, Map<OrbitRegime, Double> event) {

    public Thresholds {
      window = Sorted.copy(window);
      event = Sorted.copy(event);
    }
  }

  /**
   * The feature schema a network was trained with.
   *
   * @param name of the schema
   * @param sampling what a step is
   * @param channels the columns, in order
   * @param hash of the schema, {@link FeatureSchema#hash()}; in format 1 {@link
   *     FeatureSchema#hashWithMeanings()}
   */
  public record BundleFeatures(
      String name, Sampling sampling, List<Channel> channels, String hash) {

    public BundleFeatures {
      channels = List.copyOf(channels);
    }

    public static BundleFeatures of(FeatureSchema schema) {
      return new BundleFeatures(schema.name(), schema.sampling(), schema.channels(), schema.hash());
    }

    public FeatureSchema schema() {
      return new FeatureSchema(name, sampling, channels);
    }
  }
}

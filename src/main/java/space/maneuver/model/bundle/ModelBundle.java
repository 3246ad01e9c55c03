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
 * Everything about a network except its weights: the content of {@code bundle.json}.
 *
 * @param formatVersion 1 or {@value #FORMAT_VERSION}
 * @param name lower-case letters, digits and single dashes
 * @param version three numbers, major.minor.patch
 * @param architecture of the network
 * @param features the feature schema
 * @param windowDays window lengths for which the network was trained, days
 * @param normaliser of the features
 * @param calibration of window logits, by window length in days; for objects whose regime is
 *     unknown or has no calibration of its own
 * @param eventCalibration of the confidence of a maneuver; its input is the logit of the raw score;
 *     for regimes that have no calibration of their own
 * @param calibrationByRegime calibration of the regimes that have their own
 * @param thresholds decision thresholds
 * @param training data and seed of the training
 * @param metrics measured accuracy with its protocol, and all training settings; free-form
 * @param sha256 digest of {@code model.pt}, in lower-case hexadecimal
 * @param measuredRegimes orbit regimes in which accuracy was measured on satellites with published
 *     burns, in order
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

  /** The format version written. */
  public static final int FORMAT_VERSION = 2;

  /**
   * The format version of releases up to 0.1, which is still read: its schema hash also covers the
   * channels' descriptions.
   */
  static final int FORMAT_1 = 1;

  /** Element sets in the sliding window that scans a history; a shorter history is one window. */
  public static final int SCAN_STEPS = 56;

  private static final int LENGTH_STRIDE = 32;

  /** PyTorch creates kernels for each length, so there are few. */
  private static final int STEP_STRIDE = 4;

  public ModelBundle {
    windowDays = List.copyOf(windowDays);
    calibration = Sorted.copy(calibration);
    calibrationByRegime = Sorted.copy(calibrationByRegime);
    metrics = Sorted.copy(metrics);
    measuredRegimes = Collections.unmodifiableSet(new TreeSet<>(measuredRegimes));
  }

  /**
   * Returns the window lengths, in steps, for which a started model is warm; others run too, but
   * slowly at first. A window has at most one step per day.
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
   * Returns the calibration of a window's logit.
   *
   * @param days window length, one of {@link #windowDays}
   * @param regime of the object; null if unknown
   */
  public Calibration windowCalibration(int days, @Nullable OrbitRegime regime) {
    RegimeCalibration own = regime == null ? null : calibrationByRegime.get(regime);
    return Objects.requireNonNull((own == null ? calibration : own.window()).get(days));
  }

  /** Returns the calibration of the confidence of a maneuver in an orbit regime. */
  public Calibration eventCalibration(OrbitRegime regime) {
    RegimeCalibration own = calibrationByRegime.get(regime);
    return own == null ? eventCalibration : own.event();
  }

  /**
   * Returns the length of the longest windows with which a window shares a batch: the next length
   * for which a started model is warm; beyond those, the next multiple of {@value #LENGTH_STRIDE}.
   */
  public int lengthGroup(int steps) {
    int longest = Integer.MAX_VALUE;
    for (int warm : warmSteps()) {
      if (warm >= steps && warm < longest) {
        longest = warm;
      }
    }
    return longest < Integer.MAX_VALUE ? longest : multiple(steps, LENGTH_STRIDE);
  }

  /**
   * Returns the length to which a batch is padded: the next multiple of {@value #STEP_STRIDE}, but
   * no more than the batch's {@link #lengthGroup}.
   *
   * @param steps of the longest window of the batch
   */
  public int paddedSteps(int steps) {
    return Math.min(multiple(steps, STEP_STRIDE), lengthGroup(steps));
  }

  private static int multiple(int number, int of) {
    return (number + of - 1) / of * of;
  }

  /** Returns {@code NAME:VERSION}, by which requests name the model. */
  public String id() {
    return name + ':' + version;
  }

  /** Returns a copy for another {@code model.pt}. */
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

  /**
   * Returns the solar flux to use for this bundle: the given one if it was trained with solar flux,
   * otherwise none.
   */
  public SolarFlux solarFlux(SolarFlux known) {
    return training.solarFlux() ? known : SolarFlux.NONE;
  }

  /** Makes unmodifiable copies in key order, so that equal bundles produce equal files. */
  static final class Sorted {

    private Sorted() {}

    static <K extends Comparable<K>, V> Map<K, V> copy(Map<K, V> map) {
      return Collections.unmodifiableMap(new TreeMap<>(map));
    }
  }

  /**
   * The calibration of one orbit regime, fitted to satellites held out of training.
   *
   * @param window of window logits, by window length in days
   * @param event of the confidence of a maneuver; its input is the logit of the raw score
   */
  public record RegimeCalibration(Map<Integer, Calibration> window, Calibration event) {

    public RegimeCalibration {
      window = Sorted.copy(window);
    }
  }

  /**
   * The decision thresholds, all in [0, 1].
   *
   * @param window of the probability of a window, by window length in days
   * @param event of the confidence of a maneuver, by orbit regime
   */
  public record Thresholds(Map<Integer, Double> window, Map<OrbitRegime, Double> event) {

    public Thresholds {
      window = Sorted.copy(window);
      event = Sorted.copy(event);
    }
  }

  /**
   * The feature schema for which a network was trained.
   *
   * @param name of the schema
   * @param sampling what one step is
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

package space.maneuver.model.bundle;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import space.maneuver.features.FeatureSeries;
import space.maneuver.features.window.FeatureSchema;
import space.maneuver.features.window.Sampling;
import space.maneuver.model.bundle.Architecture.Head;
import space.maneuver.model.bundle.ModelBundle.RegimeCalibration;
import space.maneuver.orbit.OrbitRegime;

/** Checks that the parts of a bundle are consistent. */
final class BundleCheck {

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");
  private static final List<Integer> WINDOW_DAYS = List.of(30, 60);
  private static final List<String> DAILY_TYPES = List.of("lstm");
  private static final List<String> WINDOW_TYPES = List.of("lstm", "bilstm");
  private static final List<String> STEP_TYPES =
      List.of("rnn", "lstm", "gru", "bilstm", "mlp", "transformer");

  private final ModelBundle bundle;
  private final String file;

  private BundleCheck(ModelBundle bundle, String file) {
    this.bundle = bundle;
    this.file = file;
  }

  /**
   * Checks a bundle.
   *
   * @param file for messages
   * @throws BundleException for the first inconsistency
   */
  static void check(ModelBundle bundle, String file) {
    new BundleCheck(bundle, file).all();
  }

  private void all() {
    require(
        bundle.formatVersion() == ModelBundle.FORMAT_1
            || bundle.formatVersion() == ModelBundle.FORMAT_VERSION,
        "formatVersion",
        bundle.formatVersion(),
        ModelBundle.FORMAT_1 + " or " + ModelBundle.FORMAT_VERSION);
    require(
        NAME.matcher(bundle.name()).matches(), "name", bundle.name(), "the form lower-case-words");
    require(
        VERSION.matcher(bundle.version()).matches(),
        "version",
        bundle.version(),
        "the form major.minor.patch");
    features();
    architecture();
    windows();
  }

  private void features() {
    FeatureSchema schema = bundle.features().schema();
    String hash =
        bundle.formatVersion() == ModelBundle.FORMAT_1 ? schema.hashWithMeanings() : schema.hash();
    require(
        hash.equals(bundle.features().hash()),
        "features.hash",
        bundle.features().hash(),
        hash + ", the hash of the schema in this file");
    FeatureSchema inForce = FeatureSeries.schema(bundle.features().sampling());
    require(
        schema.hash().equals(inForce.hash()),
        "features.hash",
        schema.hash(),
        inForce.hash() + ", the hash of the schema " + inForce.name() + " in force");
    int channels = bundle.features().channels().size();
    require(
        bundle.normaliser().channels().size() == channels,
        "normaliser",
        "for " + bundle.normaliser().channels().size() + " channels",
        channels + " as in features.channels");
  }

  private void architecture() {
    Architecture architecture = bundle.architecture();
    int inputs = bundle.features().channels().size() + 1;
    List<String> types =
        architecture.head() == Head.STEP
            ? STEP_TYPES
            : bundle.features().sampling() == Sampling.DAILY ? DAILY_TYPES : WINDOW_TYPES;
    require(
        types.contains(architecture.type()),
        "architecture.type",
        architecture.type(),
        "one of " + types);
    require(
        architecture.inputs() == inputs,
        "architecture.inputs",
        architecture.inputs(),
        inputs + ", the channels and the observation mask");
    atLeastOne("architecture.hidden", architecture.hidden());
    atLeastOne("architecture.layers", architecture.layers());
    atLeastOne("architecture.members", architecture.members());
    require(
        architecture.dropout() >= 0 && architecture.dropout() < 1,
        "architecture.dropout",
        architecture.dropout(),
        "a probability below 1");
  }

  private void windows() {
    Set<Integer> days = new TreeSet<>(bundle.windowDays());
    require(
        !days.isEmpty() && WINDOW_DAYS.containsAll(days),
        "windowDays",
        bundle.windowDays(),
        "some of " + WINDOW_DAYS);
    sameKeys("calibration", bundle.calibration(), days);
    bundle.calibration().forEach((key, value) -> calibration("calibration." + key, value));
    calibration("eventCalibration", bundle.eventCalibration());
    bundle.calibrationByRegime().forEach((regime, own) -> regime(regime, own, days));
    sameKeys("thresholds.window", bundle.thresholds().window(), days);
    bundle.thresholds().window().forEach((key, value) -> share("thresholds.window." + key, value));
    sameKeys("thresholds.event", bundle.thresholds().event(), Set.of(OrbitRegime.values()));
    bundle.thresholds().event().forEach((key, value) -> share("thresholds.event." + key, value));
  }

  private void regime(OrbitRegime regime, RegimeCalibration own, Set<Integer> days) {
    String field = "calibrationByRegime." + regime;
    sameKeys(field + ".window", own.window(), days);
    own.window().forEach((key, value) -> calibration(field + ".window." + key, value));
    calibration(field + ".event", own.event());
  }

  private void calibration(String field, Calibration calibration) {
    finite(field + ".offset", calibration.offset());
    finite(field + ".slope", calibration.slope());
    require(calibration.slope() > 0, field + ".slope", calibration.slope(), "above 0");
  }

  private <K> void sameKeys(String field, Map<K, ?> map, Set<K> expected) {
    for (K key : expected) {
      require(
          map.containsKey(key), field + "." + key, "missing", "one entry for each of " + expected);
    }
    require(map.size() == expected.size(), field, "for " + map.keySet(), expected.toString());
  }

  private void share(String field, double value) {
    require(value >= 0 && value <= 1, field, value, "a probability");
  }

  private void finite(String field, double value) {
    require(Double.isFinite(value), field, value, "a finite number");
  }

  private void atLeastOne(String field, int value) {
    require(value >= 1, field, value, "at least 1");
  }

  private void require(boolean holds, String field, Object value, String expected) {
    if (!holds) {
      throw BundleException.of(file, field, value, expected);
    }
  }
}

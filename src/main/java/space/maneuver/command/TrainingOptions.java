package space.maneuver.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import space.maneuver.command.terminal.Console;
import space.maneuver.command.terminal.HelpGroups.Heading;
import space.maneuver.command.terminal.HelpGroups.Under;
import space.maneuver.command.terminal.RejectionList;
import space.maneuver.evaluation.TrainedOn;
import space.maneuver.features.SolarFlux;
import space.maneuver.features.window.Sampling;
import space.maneuver.model.bundle.Architecture.Head;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.training.NegativeControl;
import space.maneuver.training.NetworkKind;
import space.maneuver.training.TrainingSettings;
import space.maneuver.training.UnlabeledHistories;
import space.maneuver.training.crossvalidation.CatalogueData;
import space.maneuver.training.crossvalidation.Simulations;
import space.maneuver.training.loop.Checkpoints;

/** The options that {@code train} and {@code evaluate} share. */
final class TrainingOptions {

  private static final int SIMULATED = 200;
  private static final int QUICK_SIMULATED = 40;

  private static final int PASSIVE = 60;
  private static final int QUICK_PASSIVE = 8;

  private static final int NEVER_MANEUVERING = 40;
  private static final int QUICK_NEVER_MANEUVERING = 8;

  private static final int PLANTED = 300;
  private static final int QUICK_PLANTED = 20;

  /** Objects of a group and fold that a quick evaluation scores. */
  private static final int QUICK_OBJECTS = 5;

  /** Burns planted into a passive object at most: each size once in each sense. */
  private static final int PLANTED_IN_OBJECT = 14;

  private static final int PASSIVE_DAYS = 730;
  private static final int QUICK_PASSIVE_DAYS = 100;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Under(Heading.DATA)
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Labeled histories: a directory with elsets.tle (or .json, .csv, ...) and maneuvers.csv"
              + " or *man.txt, or a directory of such directories; may be repeated (default: none)."
              + " The header of maneuvers.csv names its columns: start_utc and end_utc, such as"
              + " 2024-05-06T12:34:56Z, and optionally burns (number of thrusts, 0 if not"
              + " carried out), dv_radial_m_s, dv_along_m_s, dv_cross_m_s (m/s) and kind. *man.txt is a"
              + " maneuver log of the International DORIS Service.")
  private List<Path> data = List.of();

  @Under(Heading.DATA)
  @Option(
      names = "--simulated",
      paramLabel = "N",
      description =
          "Number of simulated histories to train on as well, at least 0 (default: 200, with --quick"
              + " 40). With --data the default is 0, because the simulated noise is not realistic"
              + " enough; this does not apply to daily-lstm.")
  private @Nullable Integer simulated;

  @Under(Heading.DATA)
  @Option(
      names = "--real-noise",
      description =
          "Give simulated histories the noise, cadence and gaps of the quiet stretches of --data,"
              + " where these have any in the regime (default: drawn from distributions).")
  private boolean realNoise;

  @Under(Heading.DATA)
  @Option(
      names = "--passive",
      paramLabel = "N",
      description =
          "Number of simulated objects that never maneuver to train on as well, at least 0, with the"
              + " noise of the quiet stretches of --data. They are in LEO, where they teach that"
              + " quickly changing drag is not a burn; with --passive-data in geosynchronous orbit,"
              + " of which real ones are few (default: 60, with --quick 8, for networks with a step"
              + " per element set; otherwise, or in LEO without such stretches, 0).")
  private @Nullable Integer passive;

  @Under(Heading.LOOP)
  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Seed of all random numbers, any integer; the same seed gives the same bytes on the same"
              + " type of CPU (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Under(Heading.DATA)
  @Option(
      names = "--solar-flux",
      paramLabel = "FILE",
      description =
          "Daily F10.7 as CSV from CelesTrak, in solar flux units, as an input of the network"
              + " (default: none).")
  private @Nullable Path solarFluxFile;

  @Under(Heading.NETWORK)
  @Option(
      names = "--architecture",
      paramLabel = "KIND",
      converter = NetworkKindConverter.class,
      completionCandidates = NetworkKindConverter.Candidates.class,
      description =
          "Kind of network: ${COMPLETION-CANDIDATES}. daily-lstm has one step per day, the others"
              + " one per element set (default: bilstm).")
  private @Nullable NetworkKind architecture;

  @Under(Heading.NETWORK)
  @Option(
      names = "--head",
      paramLabel = "HEAD",
      description =
          "Prediction target: step (each gap between element sets) or window (the whole window;"
              + " lstm and bilstm only) (default: step; window for daily-lstm).")
  private @Nullable Head head;

  @Under(Heading.LOOP)
  @Option(
      names = "--quick",
      description =
          "Train a small network for 120 steps to check that everything works; its accuracy means"
              + " little.")
  private boolean quick;

  @Mixin private LoopOptions loop = new LoopOptions();

  @Mixin private UnlabeledOptions unlabeled = new UnlabeledOptions();

  private boolean fineTuning;

  TrainingSettings settings() {
    TrainingSettings usual = settings(architecture());
    if (head == null) {
      return usual;
    }
    if (!architecture().heads().contains(head)) {
      throw Console.usage(command, "--head: " + architecture() + " has no head " + head);
    }
    return usual.with(head, usual.loop());
  }

  /** Returns the settings for another kind of network, with its default head. */
  TrainingSettings settings(NetworkKind kind) {
    TrainingSettings usual =
        quick ? TrainingSettings.quick(kind, seed) : TrainingSettings.defaults(kind, seed);
    TrainingSettings all = usual.with(usual.head(), loop.settings());
    boolean more = !unlabeled.isEmpty() && kind.sampling() == Sampling.PER_ELEMENT_SET;
    TrainingSettings enough = more ? all.withUnlabeled() : all;
    return fineTuning ? enough.forFineTuning() : enough;
  }

  Checkpoints checkpoints(Path directory) {
    return new Checkpoints(directory, checkpointEvery());
  }

  int checkpointEvery() {
    return loop.checkpointEvery();
  }

  NetworkKind architecture() {
    return architecture == null ? NetworkKind.BILSTM : architecture;
  }

  /**
   * Takes over architecture and head of a bundle, and the gentler settings of fine-tuning.
   *
   * @throws ParameterException if the options ask for another architecture or head
   */
  void goOnFrom(ModelBundle bundle) {
    NetworkKind kind = NetworkKind.of(bundle.architecture(), bundle.features().sampling());
    if (architecture != null && architecture != kind) {
      throw contradiction("--architecture", architecture, bundle, "is a " + kind);
    }
    Head own = bundle.architecture().head();
    if (head != null && head != own) {
      throw contradiction("--head", head, bundle, "has the head " + text(own));
    }
    architecture = kind;
    head = own == kind.heads().get(0) ? head : own;
    fineTuning = true;
  }

  private ParameterException contradiction(
      String option, Object value, ModelBundle bundle, String instead) {
    return Console.usage(
        command,
        "%s %s: %s %s, which --from keeps".formatted(option, text(value), bundle.name(), instead));
  }

  private static String text(Object value) {
    return value.toString().toLowerCase(Locale.ROOT);
  }

  /** Returns the options that affect the result, as on a command line. */
  String asOptions() {
    return (data.isEmpty() ? "" : " --data DATA")
        + " --architecture "
        + architecture()
        + (head == null ? "" : " --head " + text(head))
        + " --seed "
        + seed
        + " --simulated "
        + simulatedObjects()
        + (realNoise ? " --real-noise" : "")
        + (" --passive " + passiveObjects())
        + unlabeled.asOptions()
        + (quick ? " --quick" : "")
        + loop.settings().asOptions()
        + (solarFluxFile == null ? "" : " --solar-flux FILE");
  }

  /**
   * Returns what networks with these options are trained with and on.
   *
   * @param satellites histories of {@code --data}; empty for a training on simulated histories only
   * @param labels control that decides whether the burns are the published ones
   */
  TrainedOn trainedOn(List<LabelledHistory> satellites, NegativeControl labels) throws IOException {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("quick", yesOrNo(quick));
    options.put("simulated", Integer.toString(simulatedObjects()));
    options.put("passive", Integer.toString(passiveObjects()));
    options.put("real-noise", yesOrNo(realNoise));
    options.put("simulation-only", yesOrNo(satellites.isEmpty()));
    options.put("shuffled-labels", yesOrNo(labels == NegativeControl.SHUFFLED_LABELS));
    options.put("solar-flux", yesOrNo(solarFluxFile != null));
    UnlabeledHistories others = unlabeled(satellites);
    if (!others.isEmpty()) {
      options.put("unlabeled", others.digest());
    }
    List<LabelledHistory> withBurns =
        satellites.stream().filter(each -> !each.burns().isEmpty()).toList();
    return settings().trainedOn(options, withBurns, solarFlux());
  }

  private static String yesOrNo(boolean value) {
    return value ? "yes" : "no";
  }

  private int simulatedObjects() {
    if (simulated != null) {
      return simulated;
    }
    if (architecture().sampling() == Sampling.PER_ELEMENT_SET && !data.isEmpty()) {
      return 0;
    }
    return quick ? QUICK_SIMULATED : SIMULATED;
  }

  private int passiveObjects() {
    if (passive != null) {
      return passive;
    }
    if (architecture().sampling() != Sampling.PER_ELEMENT_SET || data.isEmpty()) {
      return 0;
    }
    return quick ? QUICK_PASSIVE : PASSIVE;
  }

  SolarFlux solarFlux() throws IOException {
    return solarFluxFile == null ? SolarFlux.NONE : SolarFlux.read(solarFluxFile);
  }

  /** Reads the histories of all {@code --data}; rejected records go to standard error. */
  List<LabelledHistory> histories() throws IOException {
    List<LabelledHistory> histories = new ArrayList<>();
    RejectionList rejected = new RejectionList(Console.err(command));
    for (Path directory : data) {
      histories.addAll(LabelledHistory.readAll(directory, rejected::add));
    }
    rejected.end();
    long distinct = histories.stream().map(LabelledHistory::name).distinct().count();
    if (distinct < histories.size()) {
      throw Console.usage(command, "--data: two directories have the same name");
    }
    return histories;
  }

  /** Reads the histories without published burns, other than those of labeled satellites. */
  UnlabeledHistories unlabeled(List<LabelledHistory> labelled) throws IOException {
    return unlabeled
        .read(Console.err(command))
        .without(
            labelled.stream().map(each -> each.history().noradId()).collect(Collectors.toSet()));
  }

  /**
   * Returns the simulated histories, drawn by the seed.
   *
   * @param neverManeuvering number of further objects without burns, to count false alarms on
   */
  Simulations simulations(int neverManeuvering) {
    int objects = simulatedObjects();
    if (objects < 0) {
      throw Console.usage(command, "--simulated must be at least 0, not " + objects);
    }
    int passiveObjects = passiveObjects();
    if (passiveObjects < 0) {
      throw Console.usage(command, "--passive must be at least 0, not " + passiveObjects);
    }
    return new SeededSimulations(
        seed,
        objects,
        realNoise,
        passiveObjects,
        unlabeled.hasPassive() ? OrbitRegime.GEO : OrbitRegime.LEO,
        neverManeuvering,
        quick ? QUICK_PASSIVE_DAYS : PASSIVE_DAYS);
  }

  /** Returns how the histories without published burns are scored. */
  CatalogueData catalogue(UnlabeledHistories histories, List<String> constellations) {
    return new CatalogueData(
        histories,
        constellations,
        quick ? QUICK_OBJECTS : Integer.MAX_VALUE,
        quick ? 1 : PLANTED_IN_OBJECT,
        seed);
  }

  /**
   * Returns the number of simulated histories to count false alarms on.
   *
   * @param asked number from the command line; null for the default
   */
  int neverManeuvering(@Nullable Integer asked) {
    return asked != null ? asked : quick ? QUICK_NEVER_MANEUVERING : NEVER_MANEUVERING;
  }

  /**
   * Returns the number of planted burns to score.
   *
   * @param asked number from the command line; null for the default
   */
  int planted(@Nullable Integer asked) {
    return asked != null ? asked : quick ? QUICK_PLANTED : PLANTED;
  }

  long seed() {
    return seed;
  }

  /** Restricts the training to simulated histories, 200 unless their number is given. */
  void simulationOnly() {
    passive = 0;
    if (simulated == null) {
      simulated = quick ? QUICK_SIMULATED : SIMULATED;
    }
  }

  /** Parses a kind of network in lower case with dashes. */
  private static final class NetworkKindConverter implements ITypeConverter<NetworkKind> {

    /** The accepted values. */
    static final class Candidates implements Iterable<String> {
      @Override
      public Iterator<String> iterator() {
        return Arrays.stream(NetworkKind.values()).map(NetworkKind::toString).iterator();
      }
    }

    @Override
    public NetworkKind convert(String value) {
      for (NetworkKind kind : NetworkKind.values()) {
        if (kind.toString().equalsIgnoreCase(value)) {
          return kind;
        }
      }
      throw new TypeConversionException(
          "expected one of " + Arrays.toString(NetworkKind.values()) + " but was '" + value + "'");
    }
  }
}

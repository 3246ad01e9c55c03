package space.maneuver.training;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import space.maneuver.features.window.Sampling;
import space.maneuver.model.bundle.Architecture;
import space.maneuver.model.bundle.Architecture.Head;
import space.maneuver.torchscript.ManeuverLstmNetwork;
import space.maneuver.torchscript.Readout;
import space.maneuver.torchscript.StepArchitecture;
import space.maneuver.torchscript.StepEnsemble;
import space.maneuver.torchscript.StepNetwork;

/** The networks that can be trained. */
public enum NetworkKind {
  /** The stacked LSTM on a daily grid, whose answer is that of its last day. */
  DAILY_LSTM(null),
  RNN(StepArchitecture.RNN),
  LSTM(StepArchitecture.LSTM),
  GRU(StepArchitecture.GRU),
  BILSTM(StepArchitecture.BILSTM),
  MLP(StepArchitecture.MLP),
  TRANSFORMER(StepArchitecture.TRANSFORMER);

  private final @Nullable StepArchitecture steps;

  NetworkKind(@Nullable StepArchitecture steps) {
    this.steps = steps;
  }

  /** Lower case with dashes, as on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it can answer, the usual first. */
  public List<Head> heads() {
    return switch (this) {
      case DAILY_LSTM -> List.of(Head.WINDOW);
      case LSTM, BILSTM -> List.of(Head.STEP, Head.WINDOW);
      case RNN, GRU, MLP, TRANSFORMER -> List.of(Head.STEP);
    };
  }

  /** What a step of its windows is. */
  public Sampling sampling() {
    return steps == null ? Sampling.DAILY : Sampling.PER_ELEMENT_SET;
  }

  /**
   * The kind that a bundle holds.
   *
   * @param sampling of the bundle's features
   */
  public static NetworkKind of(Architecture architecture, Sampling sampling) {
    for (NetworkKind kind : values()) {
      if (kind.sampling() == sampling && kind.type().equals(architecture.type())) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no network " + architecture.type() + " of " + sampling);
  }

  String type() {
    return steps == null ? "lstm" : steps.type();
  }

  Architecture architecture(int inputs, TrainingSettings settings) {
    return steps == null
        ? new Architecture(
            type(),
            Head.WINDOW,
            inputs,
            settings.hidden(),
            settings.layers(),
            1,
            settings.dropout(),
            false)
        : new Architecture(
            type(),
            settings.head(),
            inputs,
            settings.hidden(),
            steps.layers(),
            settings.members(),
            settings.dropout(),
            steps.bidirectional());
  }

  /** Fresh weights, as an archive. */
  byte[] fresh(int inputs, TrainingSettings settings) {
    if (steps != null) {
      StepNetwork member =
          new StepNetwork(
              steps,
              settings.head() == Head.STEP ? Readout.EVERY_STEP : Readout.WHOLE_WINDOW,
              inputs,
              settings.hidden(),
              settings.dropout());
      return new StepEnsemble(member, settings.members()).initialise(settings.seed()).toBytes();
    }
    ManeuverLstmNetwork network =
        new ManeuverLstmNetwork(inputs, settings.hidden(), settings.layers(), settings.dropout());
    return network.archive(network.initialise(settings.seed())).toBytes();
  }
}

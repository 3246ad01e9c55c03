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

/** The kinds of networks that can be trained. */
public enum NetworkKind {
  /** The stacked LSTM on a daily grid, which answers at the last day of a window. */
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

  /** Returns the name in lower case with dashes, as on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the heads it can be trained with, the default first. */
  public List<Head> heads() {
    return switch (this) {
      case DAILY_LSTM -> List.of(Head.WINDOW);
      case LSTM, BILSTM -> List.of(Head.STEP, Head.WINDOW);
      case RNN, GRU, MLP, TRANSFORMER -> List.of(Head.STEP);
    };
  }

  /** Returns what a step of its windows is. */
  public Sampling sampling() {
    return steps == null ? Sampling.DAILY : Sampling.PER_ELEMENT_SET;
  }

  /**
   * Returns the kind of network in a bundle.
   *
   * @param sampling sampling of the bundle's features
   * @throws IllegalArgumentException if there is none
   */
  public static NetworkKind of(Architecture architecture, Sampling sampling) {
    for (NetworkKind kind : values()) {
      if (kind.sampling() == sampling && kind.type().equals(architecture.type())) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "no network of type " + architecture.type() + " with sampling " + sampling);
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

  /** Returns a TorchScript archive with fresh weights. */
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

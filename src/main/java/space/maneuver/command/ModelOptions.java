package space.maneuver.command;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import space.maneuver.command.terminal.Console;
import space.maneuver.command.terminal.HelpGroups.Heading;
import space.maneuver.command.terminal.HelpGroups.Under;
import space.maneuver.features.SolarFlux;
import space.maneuver.model.bundle.BundleReader;
import space.maneuver.model.bundle.LoadedBundle;
import space.maneuver.model.torch.ManeuverModel;

/** The options that name the model a command runs, and its solar flux. */
@Under(Heading.MODEL)
final class ModelOptions {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--model",
      paramLabel = "NAME|DIR",
      defaultValue = "maneuver-lstm",
      description =
          "Model to run: maneuver-lstm, maneuver-lstm-daily or the directory of a bundle (default:"
              + " ${DEFAULT-VALUE}).")
  private String model = "";

  @Option(
      names = "--solar-flux",
      paramLabel = "FILE",
      description =
          "Daily F10.7 as CSV from CelesTrak, in solar flux units; only for a model trained with it"
              + " (default: none).")
  private @Nullable Path solarFluxFile;

  ManeuverModel start() {
    return ManeuverModel.start(bundle());
  }

  LoadedBundle bundle() {
    return bundle(command, "--model", model);
  }

  /**
   * Returns a bundle by its directory, or a bundled model by its name.
   *
   * @param option option that named it, for the error message
   * @param model directory or name
   */
  static LoadedBundle bundle(@Nullable CommandSpec command, String option, String model) {
    if (!BundleReader.exists(model)) {
      throw Console.usage(
          command,
          option + ": " + model + " is neither a bundled model nor a directory with a bundle.json");
    }
    return BundleReader.find(model);
  }

  /**
   * Returns the solar flux to use with a model.
   *
   * @throws ParameterException if a file is given but the model was trained without solar flux
   */
  SolarFlux solarFlux(ManeuverModel started) throws IOException {
    if (solarFluxFile == null) {
      return SolarFlux.NONE;
    }
    if (!started.bundle().training().solarFlux()) {
      throw Console.usage(
          command,
          "--solar-flux: "
              + started.bundle().name()
              + " was trained without solar flux and cannot use it");
    }
    return SolarFlux.read(solarFluxFile);
  }
}

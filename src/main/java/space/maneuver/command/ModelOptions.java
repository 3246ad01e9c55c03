package space.maneuver.command;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import space.maneuver.features.SolarFlux;
import space.maneuver.model.bundle.BundleReader;
import space.maneuver.model.bundle.LoadedBundle;
import space.maneuver.model.torch.ManeuverModel;

/** Which model a command runs, and with which solar flux. */
final class ModelOptions {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--model",
      paramLabel = "NAME|DIR",
      defaultValue = "maneuver-lstm",
      description = "Bundled model or a bundle's directory (default: ${DEFAULT-VALUE}).")
  private String model = "";

  @Option(
      names = "--solar-flux",
      paramLabel = "FILE",
      description = "Daily F10.7 as CelesTrak's CSV; only for a model trained with it.")
  private @Nullable Path solarFluxFile;

  ManeuverModel start() {
    return ManeuverModel.start(bundle());
  }

  LoadedBundle bundle() {
    return bundle(command, "--model", model);
  }

  /**
   * A bundle by its directory, or a bundled one by its name.
   *
   * @param option that it was named by
   */
  static LoadedBundle bundle(@Nullable CommandSpec command, String option, String model) {
    if (!BundleReader.exists(model)) {
      throw Console.usage(
          command,
          option + ": " + model + " is neither a bundled model nor a folder with a bundle.json");
    }
    return BundleReader.find(model);
  }

  /**
   * The flux to use with a model.
   *
   * @throws ParameterException if a file is given to a model trained without one
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
              + " was trained without solar flux and would not use it");
    }
    return SolarFlux.read(solarFluxFile);
  }
}

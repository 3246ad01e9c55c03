package space.maneuver.web.config;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import space.maneuver.model.bundle.BundleException;
import space.maneuver.model.registry.UnknownModelException;

/** Says in a sentence why there are no models to start with, instead of a stack trace. */
final class ModelFailureAnalyzer implements FailureAnalyzer {

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownModelException) {
        return analysis(
            cause,
            "Set MANEUVER_MODELS_DEFAULT (maneuver.models.default) to one of these, or add a bundle"
                + " of that name to MANEUVER_MODELS_DIRECTORY.");
      }
      if (cause instanceof BundleException) {
        return analysis(
            cause,
            "Correct it, or set MANEUVER_MODELS_DIRECTORY (maneuver.models.directory) to another"
                + " directory, or to none for the bundled models alone.");
      }
      if (cause instanceof SolarFluxFile.UnusableException) {
        return analysis(
            cause,
            "Set MANEUVER_SOLAR_FLUX (maneuver.models.solar-flux) to CelesTrak's SW-All.csv, or to"
                + " none where no model was trained with solar flux.");
      }
    }
    return null;
  }

  private static FailureAnalysis analysis(Throwable cause, String action) {
    return new FailureAnalysis("The models cannot be served: " + cause.getMessage(), action, cause);
  }
}

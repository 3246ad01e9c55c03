package space.maneuver.web.config;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import space.maneuver.model.bundle.BundleException;
import space.maneuver.model.registry.UnknownModelException;

/**
 * Reports in one sentence, instead of a stack trace, why the models cannot be served on startup.
 */
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
            "Fix it, or set MANEUVER_MODELS_DIRECTORY (maneuver.models.directory) to another"
                + " directory, or leave that empty to serve only the bundled models.");
      }
      if (cause instanceof SolarFluxFile.UnusableException) {
        return analysis(
            cause,
            "Set MANEUVER_SOLAR_FLUX (maneuver.models.solar-flux) to CelesTrak's SW-All.csv, or"
                + " leave it empty if no model was trained with solar flux.");
      }
    }
    return null;
  }

  private static FailureAnalysis analysis(Throwable cause, String action) {
    return new FailureAnalysis("The models cannot be served: " + cause.getMessage(), action, cause);
  }
}

package space.maneuver.bench;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which promise is to be shown; one of them. */
final class ProofOptions {

  private static final Duration OVERLOAD = Duration.ofSeconds(60);
  private static final Duration OVERLOAD_QUICK = Duration.ofSeconds(10);

  @Option(
      names = "--overload",
      required = true,
      description = "A minute (--quick: 10 s) of ten times the load that a slow model bears.")
  private boolean overload;

  @Option(
      names = "--reloads",
      required = true,
      paramLabel = "N",
      description = "Replaces a model N times under load.")
  private @Nullable Integer reloads;

  @Option(
      names = "--stops",
      required = true,
      paramLabel = "N",
      description = "Starts the service and stops it under load, N times.")
  private @Nullable Integer stops;

  @Option(
      names = "--soak",
      required = true,
      paramLabel = "MINUTES",
      description = "Full load; memory and throughput must stay flat. 3 minutes at least.")
  private @Nullable Integer soak;

  Proof chosen(boolean quick) {
    if (reloads != null) {
      return new ReloadProof(reloads);
    }
    if (stops != null) {
      return new StopProof(stops);
    }
    if (soak != null) {
      return new SoakProof(Math.max(3, soak));
    }
    return new OverloadProof(quick ? OVERLOAD_QUICK : OVERLOAD);
  }
}

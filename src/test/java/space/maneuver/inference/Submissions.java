package space.maneuver.inference;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import space.maneuver.features.DailyFeatures;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.model.registry.Leases;
import space.maneuver.model.registry.ModelLease;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.testing.DailyBundles;

/**
 * Submissions of windows to one small model, of 30 days unless said otherwise, without a session.
 */
final class Submissions implements AutoCloseable {

  static final Duration LONG = Duration.ofDays(1);

  private final ModelLease lease = Leases.of(ManeuverModel.start(DailyBundles.random(1)));

  static List<FeatureWindow> windows(int count, int days) {
    int width = DailyFeatures.SCHEMA.width();
    return Collections.nCopies(
        count, new FeatureWindow(null, null, null, days, width, new float[days * width]));
  }

  Submission of(int windows, LongSupplier clock) {
    return of(windows, clock, LONG, null);
  }

  Submission of(int windows, int days, LongSupplier clock) {
    return of(windows(windows, days), clock, LONG, null);
  }

  Submission of(int windows, LongSupplier clock, Duration timeout, @Nullable String caller) {
    return of(windows(windows, 30), clock, timeout, caller);
  }

  private Submission of(
      List<FeatureWindow> windows, LongSupplier clock, Duration timeout, @Nullable String caller) {
    long now = clock.getAsLong();
    return new Submission(lease, windows, false, Deadline.after(timeout, now), caller, now);
  }

  /** A lane of the windows of some submissions. */
  Lane lane(int batch, Submission... submissions) {
    Lane lane = new Lane(new Lane.Key(lease.model(), false, 30), batch);
    for (Submission each : submissions) {
      lane.add(job(each));
    }
    return lane;
  }

  static Job job(Submission submission) {
    Map<Integer, Job> jobs = InferenceThreads.jobs(submission);
    return Objects.requireNonNull(jobs.get(jobs.keySet().iterator().next()));
  }

  @Override
  public void close() {
    lease.close();
  }
}

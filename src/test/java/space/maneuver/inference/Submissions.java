package space.maneuver.inference;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import space.maneuver.features.DailyFeatures;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.model.registry.Leases;
import space.maneuver.model.registry.ModelLease;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.testing.DailyBundles;

/**
 * Creates submissions of windows to one small model, of 30 days by default, without a session. To
 * be registered as a static extension, which closes the model after the tests.
 */
final class Submissions implements AfterAllCallback {

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
    return of(queue(clock), windows(windows, days), limits(LONG, null), clock);
  }

  Submission of(int windows, LongSupplier clock, Duration timeout, @Nullable String caller) {
    return of(queue(clock), windows(windows, 30), limits(timeout, caller), clock);
  }

  /** Returns a submission of a caller, whose share in this queue it counts towards. */
  Submission of(
      WindowQueue queue, int windows, LongSupplier clock, Duration timeout, String caller) {
    return of(queue, windows(windows, 30), limits(timeout, caller), clock);
  }

  Submission background(int windows, LongSupplier clock) {
    return of(windows, Submission.Terms.background(clock.getAsLong()), clock);
  }

  Submission separate(int windows, LongSupplier clock) {
    return of(windows, Submission.Terms.separate(limits(LONG, null), clock.getAsLong()), clock);
  }

  private Submission of(int windows, Submission.Terms terms, LongSupplier clock) {
    return new Submission(queue(clock), lease, windows(windows, 30), false, terms);
  }

  private Submission of(
      WindowQueue queue, List<FeatureWindow> windows, RequestLimits limits, LongSupplier clock) {
    return new Submission(
        queue, lease, windows, false, Submission.Terms.of(limits, clock.getAsLong()));
  }

  private static RequestLimits limits(Duration timeout, @Nullable String caller) {
    return new RequestLimits(timeout, caller);
  }

  /** Returns a submission to an unrelated queue. */
  private static WindowQueue queue(LongSupplier clock) {
    return new WindowQueue(
        new InferenceSettings(1, 1, LONG, 0, 1, Duration.ZERO), InferenceListener.NONE, clock);
  }

  /** Returns a queue with the windows of submissions of one shape. */
  ShapeQueue shape(int batch, Submission... submissions) {
    Map<ShapeQueue.Key, ShapeQueue> shapes = new HashMap<>();
    for (Submission each : submissions) {
      ShapeQueue.add(shapes, each, batch);
    }
    return shapes.values().iterator().next();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    lease.close();
  }
}

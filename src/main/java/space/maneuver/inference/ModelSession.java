package space.maneuver.inference;

import java.util.ArrayList;
import java.util.List;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.features.window.Sampling;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.registry.ModelLease;

/**
 * One caller's use of one version of a model, which stays until the session is closed even while
 * another takes its place. What a session asks for first is refused when there is no room for it;
 * once it has been let in, it waits for room. For one thread at a time; closing it cancels what is
 * left.
 */
public final class ModelSession implements AutoCloseable {

  private final ModelLease lease;
  private final ServedWindows runner;
  private final Runnable onClose;
  private final List<Submission> pending = new ArrayList<>();
  private boolean closed;

  public ModelSession(ModelLease lease, ServedWindows runner, Runnable onClose) {
    this.lease = lease;
    this.runner = runner;
    this.onClose = onClose;
  }

  public ModelBundle bundle() {
    return lease.model().bundle();
  }

  /** Gives the caller its whole time again, as for the next lines of a stream. */
  public void restartDeadline() {
    runner.restartDeadline();
  }

  /**
   * Predicts every window, any number of them.
   *
   * @param windows of the lengths and the schema of the bundle
   * @param steps whether to answer each step too
   * @return one per window, in the same order
   * @throws OverloadedException when there is no room
   * @throws DeadlineExceededException when it takes longer than the caller waits
   */
  public List<Prediction> predict(List<FeatureWindow> windows, boolean steps) {
    List<Prediction> predictions = new ArrayList<>(windows.size());
    List<Submission> answers = runner.run(windows, steps);
    List<Submission> whole = twice(steps) ? runner.run(windows, false) : answers;
    for (int i = 0; i < answers.size(); i++) {
      predictions.addAll(predictions(answers.get(i), whole.get(i)));
    }
    return predictions;
  }

  /**
   * Begins to predict; waits only for room, and only after the session's first windows.
   *
   * @param windows no more than {@link DetectionService#largestSubmission()}
   * @throws OverloadedException when there is no room
   * @throws DeadlineExceededException when there is no room in time
   */
  public PendingPredictions submit(List<FeatureWindow> windows, boolean steps) {
    pending.removeIf(each -> each.done().isDone());
    Submission submission = runner.submit(windows, steps);
    pending.add(submission);
    Submission whole = twice(steps) ? runner.submit(windows, false) : submission;
    pending.add(whole);
    return new PendingPredictions(() -> predictions(runner.await(submission), runner.await(whole)));
  }

  /** A daily network's last step is its window's answer; that of others is not among the steps. */
  private boolean twice(boolean steps) {
    return steps && bundle().features().sampling() != Sampling.DAILY;
  }

  /**
   * The network's logit of every window, any number of them, in the same order; NaN where it failed
   * on that window alone.
   *
   * @throws OverloadedException when there is no room
   * @throws DeadlineExceededException when it takes longer than the caller waits
   */
  public float[] logits(List<FeatureWindow> windows) {
    return runner.logitsOrNaN(windows);
  }

  /** Runs windows within this session; valid until it is closed. */
  public WindowRunner runner() {
    return runner;
  }

  private List<Prediction> predictions(Submission done, Submission whole) {
    float[] logits = whole.logits();
    List<Prediction> predictions = new ArrayList<>(logits.length);
    for (int i = 0; i < logits.length; i++) {
      float[] steps = done.stepLogits(i);
      predictions.add(Prediction.of(bundle(), done.windows().get(i), logits[i], steps));
    }
    return predictions;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      pending.forEach(runner::cancel);
      lease.close();
      onClose.run();
    }
  }
}

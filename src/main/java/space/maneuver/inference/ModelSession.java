package space.maneuver.inference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.features.window.Sampling;
import space.maneuver.inference.WindowRunner.FailedWindowException;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.registry.ModelLease;

/**
 * One caller's use of one version of a model, which stays loaded until the session is closed, even
 * if it is replaced meanwhile. The first windows of a session are refused if there is no room in
 * the queue; later ones wait for room. Thread-safe; closing the session cancels the remaining work.
 *
 * <p>A call may have any number of windows: they are submitted in pieces, two at a time, so that
 * other callers get their turn.
 */
public final class ModelSession implements AutoCloseable {

  /** Windows in a piece: a few batches, so that no thread has to wait for the next piece. */
  static final int PIECE = 512;

  private static final int PIECES_AHEAD = 2;

  private final WindowQueue queue;
  private final ModelLease lease;
  private final int piece;
  private final Runnable onClose;
  private final List<Submission> open = new ArrayList<>();
  private volatile boolean admitted;
  private boolean closed;

  /**
   * Opens a session.
   *
   * @param lease returned when the session is closed
   * @param onClose called once
   */
  public ModelSession(InferenceThreads threads, ModelLease lease, Runnable onClose) {
    queue = threads.queue();
    this.lease = lease;
    piece = Math.min(PIECE, threads.room());
    this.onClose = onClose;
  }

  public ModelBundle bundle() {
    return lease.model().bundle();
  }

  /**
   * Predicts any number of windows and waits for the results.
   *
   * @param windows of lengths and schema that the bundle supports
   * @param steps whether to predict each step as well
   * @return one prediction per window, in the same order
   * @throws OverloadedException if there is no room
   * @throws DeadlineExceededException if the deadline passes first
   */
  public List<Prediction> predict(
      List<FeatureWindow> windows, boolean steps, RequestLimits limits) {
    Submission.Terms terms = terms(limits);
    List<Submission> answers = run(windows, steps, terms);
    List<Submission> whole = needsSecondRun(steps) ? run(windows, false, terms) : answers;
    List<Prediction> predictions = new ArrayList<>(windows.size());
    for (int i = 0; i < answers.size(); i++) {
      predictions.addAll(predictions(answers.get(i), whole.get(i)));
    }
    return predictions;
  }

  /** Predictions in progress. */
  @FunctionalInterface
  public interface Pending {

    /**
     * Waits for the predictions.
     *
     * @return one per window, in the same order
     * @throws DeadlineExceededException if the deadline passes first or the session has been closed
     */
    List<Prediction> get();
  }

  /**
   * Submits windows; blocks only to wait for room, and not for the session's first windows.
   *
   * @param windows at most {@link SessionFactory#largestSubmission()}
   * @throws OverloadedException if there is no room
   * @throws DeadlineExceededException if there is no room in time
   */
  public Pending submit(List<FeatureWindow> windows, boolean steps, RequestLimits limits) {
    Submission.Terms terms = terms(limits);
    Submission submission = submit(windows, steps, terms);
    Submission whole = needsSecondRun(steps) ? submit(windows, false, terms) : submission;
    return () -> predictions(await(submission), await(whole));
  }

  /**
   * Returns the network's logit of each window, any number of them, in the same order; NaN if the
   * network failed on that window.
   *
   * @throws OverloadedException if there is no room
   * @throws DeadlineExceededException if the deadline passes first
   */
  public float[] logits(List<FeatureWindow> windows, RequestLimits limits) {
    return logits(windows, terms(limits));
  }

  /**
   * Returns a runner that belongs to this session and is valid until the session is closed. The
   * windows of a call share no batch with others: its results are those of {@link InProcessRunner},
   * whatever else runs.
   *
   * @param limits of everything the runner is asked to do, from now on
   */
  public WindowRunner runner(RequestLimits limits) {
    return new Runner(Submission.Terms.separate(limits, queue.nanoTime()));
  }

  /**
   * Returns a runner of background work, which runs only on otherwise idle inference threads, in
   * small batches, and has no deadline. It is refused only by a service that is shutting down.
   */
  public WindowRunner background() {
    return new Runner(Submission.Terms.background(queue.nanoTime()));
  }

  private final class Runner implements WindowRunner {

    private final Submission.Terms terms;

    Runner(Submission.Terms terms) {
      this.terms = terms;
    }

    @Override
    public float[] logits(List<FeatureWindow> windows) {
      return FailedWindowException.unlessFailed(ModelSession.this.logits(windows, terms));
    }

    @Override
    public float[][] stepLogits(List<FeatureWindow> windows) {
      float[][] logits = new float[windows.size()][];
      int at = 0;
      for (Submission done : run(windows, true, terms)) {
        for (int i = 0; i < done.windows().size(); i++) {
          float[] steps = done.stepLogits(i);
          if (steps == null) {
            throw new FailedWindowException(null);
          }
          logits[at++] = FailedWindowException.unlessFailed(steps);
        }
      }
      return logits;
    }
  }

  private Submission.Terms terms(RequestLimits limits) {
    return Submission.Terms.of(limits, queue.nanoTime());
  }

  /**
   * Whether windows have to be run twice: the last step of a daily network is the logit of the
   * window; that of other networks is the maximum over the steps or a separate output.
   */
  private boolean needsSecondRun(boolean steps) {
    return steps && bundle().features().sampling() != Sampling.DAILY;
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

  private float[] logits(List<FeatureWindow> windows, Submission.Terms terms) {
    float[] logits = new float[windows.size()];
    int at = 0;
    for (Submission done : run(windows, false, terms)) {
      System.arraycopy(done.logits(), 0, logits, at, done.logits().length);
      at += done.logits().length;
    }
    return logits;
  }

  /** Runs all windows, in pieces, in order. */
  private List<Submission> run(List<FeatureWindow> windows, boolean steps, Submission.Terms terms) {
    List<Submission> all = new ArrayList<>();
    Deque<Submission> ahead = new ArrayDeque<>();
    try {
      for (int from = 0; from < windows.size(); from += piece) {
        if (ahead.size() == PIECES_AHEAD) {
          await(ahead.remove());
        }
        int to = Math.min(from + piece, windows.size());
        Submission next = submit(windows.subList(from, to), steps, terms);
        ahead.add(next);
        all.add(next);
      }
      while (!ahead.isEmpty()) {
        await(ahead.remove());
      }
      return all;
    } finally {
      ahead.forEach(each -> queue.cancel(each, new DeadlineExceededException()));
    }
  }

  private Submission submit(List<FeatureWindow> windows, boolean steps, Submission.Terms terms) {
    Submission.Terms now = terms.submittedAt(queue.nanoTime());
    requireWidth(windows);
    Submission submission = new Submission(queue, lease, windows, steps, now);
    try {
      if (!admitted && !terms.background()) {
        addFirst(submission);
      } else {
        queue.add(submission, admitted);
      }
    } catch (RuntimeException e) {
      submission.refuse();
      throw e;
    }
    synchronized (open) {
      open.removeIf(each -> each.done().isDone());
      open.add(submission);
    }
    return submission;
  }

  /** Lets one thread submit the session's first windows: only these are refused. */
  private synchronized void addFirst(Submission submission) {
    queue.add(submission, admitted);
    admitted = true;
  }

  private void requireWidth(List<FeatureWindow> windows) {
    int expected = bundle().normaliser().channels().size();
    for (FeatureWindow window : windows) {
      if (window.width() != expected) {
        throw new IllegalArgumentException(
            "a window has " + window.width() + " channels; expected " + expected);
      }
    }
  }

  /** Waits until the submission has all its logits. */
  private Submission await(Submission submission) {
    try {
      long left = submission.terms().left(queue.nanoTime());
      return submission.done().get(left, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      queue.cancel(submission, new DeadlineExceededException());
      throw new DeadlineExceededException();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      queue.cancel(submission, new ShuttingDownException());
      throw new ShuttingDownException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new CompletionException(e.getCause());
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      List<Submission> left;
      synchronized (open) {
        left = List.copyOf(open);
      }
      left.forEach(each -> queue.cancel(each, new DeadlineExceededException()));
      lease.close();
      onClose.run();
    }
  }
}

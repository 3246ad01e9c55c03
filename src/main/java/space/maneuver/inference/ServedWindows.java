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
import space.maneuver.model.registry.ModelLease;

/**
 * Has windows run by the inference threads, a piece of a large request after the other, so that the
 * others come to their turn: two pieces wait or run at any time.
 */
public final class ServedWindows implements WindowRunner {

  /** Windows of a piece; a few batches, so that no thread waits for the next one. */
  static final int PIECE = 512;

  private static final int PIECES_AHEAD = 2;

  private final InferenceThreads threads;
  private final ModelLease lease;
  private final CallTerms terms;
  private final int piece;
  private Deadline deadline;
  private boolean letIn;

  public ServedWindows(InferenceThreads threads, ModelLease lease, CallTerms terms) {
    this.threads = threads;
    this.lease = lease;
    this.terms = terms;
    piece = Math.min(PIECE, threads.room());
    deadline = Deadline.after(terms.timeout(), threads.nanoTime());
  }

  void restartDeadline() {
    deadline = Deadline.after(terms.timeout(), threads.nanoTime());
  }

  Submission submit(List<FeatureWindow> windows, boolean steps) {
    long now = threads.nanoTime();
    if (deadline.nanosLeft(now) <= 0) {
      throw new DeadlineExceededException();
    }
    requireWidth(windows);
    Submission submission = new Submission(lease, windows, steps, deadline, terms.caller(), now);
    threads.submit(submission, letIn);
    letIn = true;
    return submission;
  }

  private void requireWidth(List<FeatureWindow> windows) {
    int expected = lease.model().bundle().normaliser().channels().size();
    for (FeatureWindow window : windows) {
      if (window.width() != expected) {
        throw new IllegalArgumentException(
            "a window of " + window.width() + " channels, " + expected + " expected");
      }
    }
  }

  void cancel(Submission submission) {
    threads.cancel(submission, new DeadlineExceededException());
  }

  /** Waits until it has all its logits. */
  Submission await(Submission submission) {
    try {
      long left = submission.deadline().nanosLeft(threads.nanoTime());
      return submission.done().get(left, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      cancel(submission);
      throw new DeadlineExceededException();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      threads.cancel(submission, new ShuttingDownException());
      throw new ShuttingDownException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new CompletionException(e.getCause());
    }
  }

  /** All windows, in pieces, in order. */
  List<Submission> run(List<FeatureWindow> windows, boolean steps) {
    List<Submission> all = new ArrayList<>();
    Deque<Submission> open = new ArrayDeque<>();
    try {
      for (int from = 0; from < windows.size(); from += piece) {
        if (open.size() == PIECES_AHEAD) {
          await(open.remove());
        }
        Submission next =
            submit(windows.subList(from, Math.min(from + piece, windows.size())), steps);
        open.add(next);
        all.add(next);
      }
      while (!open.isEmpty()) {
        await(open.remove());
      }
      return all;
    } finally {
      open.forEach(this::cancel);
    }
  }

  @Override
  public float[] logits(List<FeatureWindow> windows) {
    return FailedWindowException.unlessFailed(logitsOrNaN(windows));
  }

  /** One logit per window, in the order given; NaN where the network failed on that window. */
  float[] logitsOrNaN(List<FeatureWindow> windows) {
    float[] logits = new float[windows.size()];
    int at = 0;
    for (Submission done : run(windows, false)) {
      System.arraycopy(done.logits(), 0, logits, at, done.logits().length);
      at += done.logits().length;
    }
    return logits;
  }

  @Override
  public float[][] stepLogits(List<FeatureWindow> windows) {
    float[][] logits = new float[windows.size()][];
    int at = 0;
    for (Submission done : run(windows, true)) {
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

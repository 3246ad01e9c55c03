package space.maneuver.inference;

/** The windows of a submission that have one padded length, in order, and how far they are. */
final class Job {

  private final Submission submission;
  private final int[] members;
  private int next;

  Job(Submission submission, int[] members) {
    this.submission = submission;
    this.members = members;
  }

  Submission submission() {
    return submission;
  }

  int left() {
    return members.length - next;
  }

  int take() {
    return members[next++];
  }
}

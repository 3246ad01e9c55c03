package space.maneuver.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.Rejection;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;

/** Sorts the records of one request by object, as many as are allowed. */
final class ElementSetCollector {

  private final LimitsProperties limits;
  private final Map<Integer, List<ElementSet>> byObject = new LinkedHashMap<>();
  private final List<RejectedRecord> rejected = new ArrayList<>();
  private int usable;
  private int unusable;

  ElementSetCollector(LimitsProperties limits) {
    this.limits = limits;
  }

  void take(ElementSet elements) {
    usable++;
    checkNumber();
    byObject.computeIfAbsent(elements.noradId(), unseen -> new ArrayList<>()).add(elements);
  }

  void reject(Rejection rejection) {
    unusable++;
    checkNumber();
    if (rejected.size() < limits.reportedRejections()) {
      rejected.add(RejectedRecord.of(rejection));
    }
  }

  int usable() {
    return usable;
  }

  int unusable() {
    return unusable;
  }

  ElementSetIntake intake() {
    if (byObject.isEmpty()) {
      throw new ProblemException(
          Problem.NO_USABLE_ELEMENT_SET,
          "None of " + unusable + " records is usable.",
          rejected.stream().map(RejectedRecord::asFault).toList());
    }
    List<History> histories = byObject.values().stream().map(History::of).toList();
    return new ElementSetIntake(histories, rejected, unusable);
  }

  private void checkNumber() {
    if (usable + unusable > limits.elementSets()) {
      String reason = "must have at most " + limits.elementSets() + " element sets";
      throw new ProblemException(
          Problem.TOO_MANY_ELEMENT_SETS,
          "A request " + reason + ".",
          Fault.ofBody("body", null, "body", reason));
    }
  }
}

package space.maneuver.web.elements;

import java.util.ArrayList;
import java.util.List;
import space.maneuver.exchange.RejectedRecord;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.ElementSetStore;
import space.maneuver.orbit.format.Rejection;
import space.maneuver.web.config.LimitsProperties;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;

/** Sorts the records of one request by object, as many as are allowed. */
final class ElementSetCollector {

  private final LimitsProperties limits;
  private final ElementSetStore store;
  private final List<RejectedRecord> rejected = new ArrayList<>();
  private int unusable;

  ElementSetCollector(LimitsProperties limits) {
    this.limits = limits;
    store = new ElementSetStore(limits.elementSets());
  }

  void take(ElementSet elements) {
    checkNumber();
    store.add(elements);
  }

  void reject(Rejection rejection) {
    checkNumber();
    unusable++;
    if (rejected.size() < limits.reportedRejections()) {
      rejected.add(RejectedRecord.of(rejection));
    }
  }

  int usable() {
    return store.size();
  }

  int unusable() {
    return unusable;
  }

  ElementSetIntake intake() {
    if (store.size() == 0) {
      throw new ProblemException(
          Problem.NO_USABLE_ELEMENT_SET,
          "None of " + unusable + " records is usable.",
          rejected.stream().map(ElementSetCollector::fault).toList());
    }
    return new ElementSetIntake(store.histories(), rejected, unusable);
  }

  private static Fault fault(RejectedRecord record) {
    String place = record.line() == null ? "[" + record.index() + "]" : "line " + record.line();
    return Fault.ofBody(record.field(), record.value(), place, record.reason());
  }

  private void checkNumber() {
    if (store.size() + unusable == limits.elementSets()) {
      String reason = "must have at most " + limits.elementSets() + " element sets";
      throw new ProblemException(
          Problem.TOO_MANY_ELEMENT_SETS,
          "A request " + reason + ".",
          Fault.ofBody("body", null, "body", reason));
    }
  }
}

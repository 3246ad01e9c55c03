package space.maneuver.web.elements;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import space.maneuver.exchange.RejectedRecord;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.ElementSetStore;
import space.maneuver.orbit.History;
import space.maneuver.orbit.UnreadableInputException;
import space.maneuver.orbit.format.ElementSetReader;
import space.maneuver.orbit.format.Rejection;
import space.maneuver.web.config.LimitsProperties;
import space.maneuver.web.filter.MediaTypes;
import space.maneuver.web.metrics.RequestMeters;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;

/**
 * Reads the element sets of a request, in the format given by its content type or recognized from
 * its content.
 */
@Component
public final class ElementSetRequests {

  private final LimitsProperties limits;
  private final RequestMeters meters;

  ElementSetRequests(LimitsProperties limits, RequestMeters meters) {
    this.limits = limits;
    this.meters = meters;
  }

  public ElementSetIntake read(HttpServletRequest request) throws IOException {
    ElementSetCollector collector = new ElementSetCollector(limits);
    try {
      ElementSetReader.read(
          request.getInputStream(),
          ElementSetTypes.format(MediaTypes.ofBody(request)),
          limits.body().toBytes(),
          collector::take,
          collector::reject);
    } catch (UnreadableInputException e) {
      String reason = String.valueOf(e.getMessage());
      throw new ProblemException(
          Problem.UNREADABLE_INPUT, reason, Fault.ofBody("body", null, "body", reason));
    } finally {
      meters.countElementSets(collector.usable(), collector.unusable());
    }
    return collector.intake();
  }

  /** Groups the records of one request by object, up to the limit. */
  private static final class ElementSetCollector {

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
            "None of the records is usable; rejected: " + unusable + ".",
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
        String reason = "may contain at most " + limits.elementSets() + " element sets";
        throw new ProblemException(
            Problem.TOO_MANY_ELEMENT_SETS,
            "A request " + reason + ".",
            Fault.ofBody("body", null, "body", reason));
      }
    }
  }

  /**
   * The element sets of a request.
   *
   * @param histories one per object, in the order in which the objects first appear; at least one;
   *     each is built when it is accessed
   * @param rejected the first of the rejected records
   * @param rejectedCount number of all rejected records
   */
  public record ElementSetIntake(
      List<History> histories, List<RejectedRecord> rejected, int rejectedCount) {}
}

package space.maneuver.web.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import space.maneuver.catalogue.Catalogue;
import space.maneuver.catalogue.Intake;
import space.maneuver.exchange.RejectedRecord;
import space.maneuver.orbit.UnreadableInputException;
import space.maneuver.orbit.format.ElementSetReader;
import space.maneuver.orbit.format.GpLineReader;
import space.maneuver.orbit.format.PublishedElementSet;
import space.maneuver.orbit.format.Rejection;
import space.maneuver.web.config.LimitsProperties;
import space.maneuver.web.elements.ElementSetTypes;
import space.maneuver.web.filter.MediaTypes;
import space.maneuver.web.json.NdjsonLines;
import space.maneuver.web.metrics.RequestMeters;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;

/**
 * Stores the element sets of a request. A document is read to its end before the first is stored,
 * so that a document with a fault of its own changes nothing. Lines, which may have no end, are
 * stored as they arrive.
 */
@Component
final class ElementSetUpload {

  private static final String SOURCE = "upload";

  private final LimitsProperties limits;
  private final RequestMeters meters;
  private final StoreMeters storeMeters;

  ElementSetUpload(LimitsProperties limits, RequestMeters meters, StoreMeters storeMeters) {
    this.limits = limits;
    this.meters = meters;
    this.storeMeters = storeMeters;
  }

  /** Stores the element sets; they are durable when this returns. */
  StoredElementSets store(HttpServletRequest request, Catalogue catalogue) throws IOException {
    Upload upload = new Upload(new Intake(catalogue, SOURCE));
    try {
      if (MediaTypes.hasLines(request)) {
        upload.lines(new NdjsonLines(request.getInputStream(), limits.line().toBytes()));
      } else {
        upload.document(request);
      }
    } finally {
      meters.countElementSets(upload.usable, upload.unusable);
      storeMeters.count(upload.intake.accepted(), upload.intake.duplicates());
    }
    return upload.answer();
  }

  private final class Upload {

    private final Intake intake;
    private final List<RejectedRecord> rejected = new ArrayList<>();
    private int usable;
    private int unusable;

    Upload(Intake intake) {
      this.intake = intake;
    }

    void document(HttpServletRequest request) throws IOException {
      try {
        ElementSetReader.readPublished(
            request.getInputStream(),
            ElementSetTypes.format(MediaTypes.ofBody(request)),
            limits.body().toBytes(),
            next -> {
              checkNumber();
              take(next);
            },
            rejection -> {
              checkNumber();
              reject(rejection);
            });
      } catch (UnreadableInputException e) {
        String reason = String.valueOf(e.getMessage());
        throw new ProblemException(
            Problem.UNREADABLE_INPUT, reason, Fault.ofBody("body", null, "body", reason));
      }
      intake.store();
    }

    void lines(NdjsonLines lines) throws IOException {
      GpLineReader reader = new GpLineReader(this::take, this::reject);
      while (lines.next()) {
        if (lines.overlong()) {
          reject(
              Rejection.ofLine(
                  lines.number(), "line", "longer than " + limits.line().toBytes() + " bytes"));
        } else if (!lines.blank()) {
          reader.read(lines.text(), lines.offset(), lines.length(), lines.number());
        }
        if (intake.waiting() == Intake.BATCH || intake.waiting() > 0 && !lines.ready()) {
          intake.store();
        }
      }
      intake.store();
    }

    StoredElementSets answer() {
      if (usable == 0) {
        throw new ProblemException(
            Problem.NO_USABLE_ELEMENT_SET,
            "None of the records is usable; rejected: " + unusable + ".",
            rejected.stream().map(Upload::fault).toList());
      }
      return new StoredElementSets(
          intake.accepted(), intake.duplicates(), intake.objects(), rejected, unusable);
    }

    private static Fault fault(RejectedRecord record) {
      String place = record.line() == null ? "[" + record.index() + "]" : "line " + record.line();
      return Fault.ofBody(record.field(), record.value(), place, record.reason());
    }

    private void take(PublishedElementSet next) {
      usable++;
      intake.add(next);
    }

    private void reject(Rejection rejection) {
      unusable++;
      if (rejected.size() < limits.reportedRejections()) {
        rejected.add(RejectedRecord.of(rejection));
      }
    }

    private void checkNumber() {
      if (usable + unusable == limits.elementSets()) {
        String reason = "may contain at most " + limits.elementSets() + " element sets";
        throw new ProblemException(
            Problem.TOO_MANY_ELEMENT_SETS,
            "A request " + reason + ".",
            Fault.ofBody("body", null, "body", reason));
      }
    }
  }

  /**
   * What became of the records of a request.
   *
   * @param accepted number of element sets that were new
   * @param duplicates number of element sets that were known
   * @param objects number of objects that they belong to
   * @param rejected the first of the records that could not be used
   * @param rejectedCount number of all these
   */
  record StoredElementSets(
      long accepted,
      long duplicates,
      int objects,
      List<RejectedRecord> rejected,
      int rejectedCount) {}
}

package space.maneuver.web.elements;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import space.maneuver.orbit.UnreadableInputException;
import space.maneuver.orbit.format.ElementSetFormat;
import space.maneuver.orbit.format.ElementSetReader;
import space.maneuver.web.config.LimitsProperties;
import space.maneuver.web.filter.MediaTypes;
import space.maneuver.web.metrics.RequestMeters;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;

/** Reads the element sets of a request in the format that its type names or its content shows. */
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
          format(MediaTypes.ofBody(request)),
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

  /** Null where the type names no format, or plain text: the content shows it. */
  private static @Nullable ElementSetFormat format(@Nullable MediaType type) {
    if (type == null) {
      return null;
    }
    if (type.isCompatibleWith(MediaType.APPLICATION_JSON)) {
      return ElementSetFormat.GP_JSON;
    }
    if (type.isCompatibleWith(MediaType.APPLICATION_XML)) {
      return ElementSetFormat.OMM_XML;
    }
    return type.isCompatibleWith(MediaType.valueOf(MediaTypes.CSV))
        ? ElementSetFormat.GP_CSV
        : null;
  }
}

package space.maneuver.web.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** A request that cannot be answered; carries everything to be reported to the caller. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Problem problem;
  private final transient List<Fault> faults;
  private final transient HttpHeaders headers = new HttpHeaders();

  public ProblemException(Problem problem, String detail, List<Fault> faults) {
    this(problem, detail, faults, null);
  }

  public ProblemException(Problem problem, String detail, Fault... faults) {
    this(problem, detail, List.of(faults), null);
  }

  ProblemException(Problem problem, String detail, List<Fault> faults, @Nullable Throwable cause) {
    super(detail, cause);
    this.problem = problem;
    this.faults = List.copyOf(faults);
  }

  /** Adds a header to the response. */
  public ProblemException with(String header, String value) {
    headers.add(header, value);
    return this;
  }

  public Problem problem() {
    return problem;
  }

  /** Returns the explanation of this occurrence, for humans. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  public List<Fault> faults() {
    return faults;
  }

  public HttpHeaders headers() {
    return headers;
  }
}

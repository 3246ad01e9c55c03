package space.maneuver.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Finds the query parameter behind an exception. */
final class ParameterProblems {

  private ParameterProblems() {}

  static @Nullable ProblemException of(Exception exception, HttpServletRequest request) {
    if (exception instanceof MissingServletRequestParameterException missing) {
      return problem(List.of(Fault.ofQuery(missing.getParameterName(), null, "is required")));
    }
    if (exception instanceof MethodArgumentTypeMismatchException mismatch) {
      Object value = mismatch.getValue();
      Class<?> type = mismatch.getRequiredType();
      return problem(
          List.of(
              Fault.ofQuery(
                  mismatch.getName(),
                  value == null ? null : value.toString(),
                  "must be " + wanted(type))));
    }
    if (exception instanceof HandlerMethodValidationException invalid) {
      List<Fault> faults = new ArrayList<>();
      for (ParameterValidationResult result : invalid.getParameterValidationResults()) {
        faults.addAll(faultsOf(result, request));
      }
      return problem(faults);
    }
    if (exception instanceof InvalidParameterException) {
      return problem(
          List.of(
              Fault.ofQuery(
                  "query",
                  request.getQueryString(),
                  "must be name=value pairs joined by &, with each % followed by two hexadecimal"
                      + " digits of UTF-8 text")));
    }
    return null;
  }

  private static List<Fault> faultsOf(
      ParameterValidationResult result, HttpServletRequest request) {
    String name = String.valueOf(result.getMethodParameter().getParameterName());
    String value = request.getParameter(name);
    List<Fault> faults = new ArrayList<>();
    for (MessageSourceResolvable error : result.getResolvableErrors()) {
      faults.add(Fault.ofQuery(name, value, String.valueOf(error.getDefaultMessage())));
    }
    return faults;
  }

  private static String wanted(@Nullable Class<?> type) {
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    return type == int.class || type == Integer.class ? "a whole number" : "a number";
  }

  private static ProblemException problem(List<Fault> faults) {
    List<String> details = new ArrayList<>();
    for (Fault fault : faults) {
      details.add(fault.field() + " " + fault.reason());
    }
    return new ProblemException(
        Problem.INVALID_PARAMETER, String.join("; ", details) + ".", faults);
  }
}

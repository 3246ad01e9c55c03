package space.maneuver.web.config;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;

/**
 * Refuses query parameters that the operation does not have, and those that are given twice: with
 * {@code ?minconfidence=.9} passed over, the answer would not be what was asked for.
 */
@Component
class QueryParameterCheck implements HandlerInterceptor, WebMvcConfigurer {

  private final Map<Method, List<String>> known = new ConcurrentHashMap<>();

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/v1/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getQueryString() != null && handler instanceof HandlerMethod method) {
      List<Fault> faults = faults(request.getParameterMap(), known(method));
      if (!faults.isEmpty()) {
        Fault first = faults.get(0);
        throw new ProblemException(
            Problem.INVALID_PARAMETER, first.field() + " " + first.reason() + ".", faults);
      }
    }
    return true;
  }

  private List<String> known(HandlerMethod method) {
    return known.computeIfAbsent(method.getMethod(), unseen -> names(method));
  }

  private static List<String> names(HandlerMethod method) {
    return Stream.of(method.getMethodParameters())
        .map(parameter -> parameter.getParameterAnnotation(RequestParam.class))
        .flatMap(Stream::ofNullable)
        .map(RequestParam::name)
        .toList();
  }

  private static List<Fault> faults(Map<String, String[]> given, List<String> known) {
    List<Fault> faults = new ArrayList<>();
    given.forEach(
        (name, values) -> {
          if (!known.contains(name)) {
            faults.add(Fault.ofQuery(name, values[0], "is not a parameter here; " + list(known)));
          } else if (values.length > 1) {
            faults.add(Fault.ofQuery(name, String.join(", ", values), "must be given once"));
          }
        });
    return faults;
  }

  private static String list(List<String> known) {
    return known.isEmpty() ? "there are none" : "there are " + String.join(", ", known);
  }
}

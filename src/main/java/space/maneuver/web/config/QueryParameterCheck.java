package space.maneuver.web.config;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import space.maneuver.web.Paths;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.ParameterProblems;

/**
 * Reports every fault of a query string at once. Unknown and repeated parameters are refused too:
 * if {@code ?minconfidence=.9} were ignored, the response would not be what the caller asked for.
 */
@Component
class QueryParameterCheck implements HandlerInterceptor, WebMvcConfigurer {

  private static final ConversionService CONVERSION = DefaultConversionService.getSharedInstance();

  private final Validator validator;

  QueryParameterCheck(Validator validator) {
    this.validator = validator;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns(Paths.API + "/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      List<Fault> faults = faults(request.getParameterMap(), method);
      if (!faults.isEmpty()) {
        throw ParameterProblems.of(faults);
      }
    }
    return true;
  }

  private List<Fault> faults(Map<String, String[]> given, HandlerMethod method) {
    MethodParameter[] parameters = method.getMethodParameters();
    List<Fault> faults =
        given.isEmpty() ? new ArrayList<>() : unknownOrRepeated(given, names(parameters));
    @Nullable Object[] values = new Object[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      RequestParam query = parameters[i].getParameterAnnotation(RequestParam.class);
      if (query == null) {
        continue;
      }
      String text = text(given, query.name());
      if (text.isEmpty()) {
        if (query.required() && query.defaultValue().equals(ValueConstants.DEFAULT_NONE)) {
          faults.add(Fault.ofQuery(query.name(), null, "is required"));
        }
        continue;
      }
      Class<?> type = parameters[i].getParameterType();
      try {
        values[i] = CONVERSION.convert(text, type);
      } catch (ConversionException e) {
        faults.add(Fault.ofQuery(query.name(), text, "must be " + expected(type)));
      }
    }
    if (!given.isEmpty()) {
      faults.addAll(outOfRange(given, method, values));
    }
    return faults;
  }

  private static String text(Map<String, String[]> given, String name) {
    String[] texts = given.get(name);
    return texts == null ? "" : texts[0];
  }

  private static List<String> names(MethodParameter[] parameters) {
    return Stream.of(parameters)
        .map(parameter -> parameter.getParameterAnnotation(RequestParam.class))
        .flatMap(Stream::ofNullable)
        .map(RequestParam::name)
        .toList();
  }

  private static List<Fault> unknownOrRepeated(Map<String, String[]> given, List<String> known) {
    List<Fault> faults = new ArrayList<>();
    given.forEach(
        (name, values) -> {
          if (!known.contains(name)) {
            faults.add(Fault.ofQuery(name, values[0], unknown(known)));
          } else if (values.length > 1) {
            faults.add(Fault.ofQuery(name, String.join(", ", values), "must be given only once"));
          }
        });
    return faults;
  }

  private static String unknown(List<String> known) {
    return ParameterProblems.UNKNOWN
        + (known.isEmpty() ? "; expected none" : "; expected one of: " + String.join(", ", known));
  }

  private static String expected(Class<?> type) {
    if (type == boolean.class) {
      return "true or false";
    }
    return type == int.class ? "a whole number" : "a number";
  }

  private List<Fault> outOfRange(
      Map<String, String[]> given, HandlerMethod method, @Nullable Object[] values) {
    List<Fault> faults = new ArrayList<>();
    for (ConstraintViolation<Object> violation :
        validator
            .forExecutables()
            .validateParameters(method.getBean(), method.getMethod(), values)) {
      String name = "";
      for (Path.Node node : violation.getPropertyPath()) {
        name = node.getName();
      }
      faults.add(Fault.ofQuery(name, text(given, name), violation.getMessage()));
    }
    faults.sort(Comparator.comparing(Fault::field).thenComparing(Fault::reason));
    return faults;
  }
}

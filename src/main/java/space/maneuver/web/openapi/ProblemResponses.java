package space.maneuver.web.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import space.maneuver.web.Paths;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.Problems;
import space.maneuver.web.security.AccessRules;

/** Documents the error responses of each operation, with an example of each problem. */
@Component
class ProblemResponses implements OperationCustomizer {

  private static final List<Problem> OF_ALL =
      List.of(Problem.NOT_ACCEPTABLE, Problem.INTERNAL_ERROR);

  private static final List<Problem> OF_ACCESS =
      List.of(Problem.UNAUTHORIZED, Problem.FORBIDDEN, Problem.IDENTITY_PROVIDER_UNAVAILABLE);

  private static final List<Problem> OF_BODIES =
      List.of(
          Problem.MALFORMED_GZIP,
          Problem.INCOMPLETE_BODY,
          Problem.REQUEST_TIMEOUT,
          Problem.BODY_TOO_LARGE,
          Problem.UNSUPPORTED_MEDIA_TYPE,
          Problem.UNSUPPORTED_ENCODING,
          Problem.TOO_MANY_IN_FLIGHT,
          Problem.OVERLOADED,
          Problem.SHUTTING_DOWN,
          Problem.DEADLINE_EXCEEDED);

  private static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
  private static final String PROBLEM_JSON =
      org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

  private final ProblemExamples examples;
  private final AccessRules access;

  ProblemResponses(ProblemExamples examples, AccessRules access) {
    this.examples = examples;
    this.access = access;
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    Map<Integer, Set<Problem>> byStatus = new TreeMap<>();
    for (Problem problem : problems(operation, method)) {
      byStatus
          .computeIfAbsent(problem.status().value(), status -> new LinkedHashSet<>())
          .add(problem);
    }
    byStatus.forEach(
        (status, problems) ->
            operation
                .getResponses()
                .addApiResponse(
                    status.toString(), response(problems, path(method), isInference(method))));
    operation.getResponses().values().forEach(ProblemResponses::addRequestId);
    return operation;
  }

  private Set<Problem> problems(Operation operation, HandlerMethod method) {
    Set<Problem> problems = new LinkedHashSet<>();
    Problems own = method.getMethodAnnotation(Problems.class);
    if (own != null) {
      problems.addAll(List.of(own.value()));
    }
    if (operation.getRequestBody() != null || !isInference(method)) {
      problems.add(Problem.INVALID_PARAMETER);
    }
    if (operation.getRequestBody() != null) {
      problems.addAll(OF_BODIES);
    }
    if (!access.isOpen(path(method))) {
      problems.addAll(OF_ACCESS);
    }
    problems.addAll(OF_ALL);
    return problems;
  }

  private static void addRequestId(ApiResponse response) {
    response.addHeaderObject("X-Request-Id", header("Id of the request, as in the service's log."));
  }

  private static Header header(String description) {
    return new Header().description(description).schema(new Schema<>().type("string"));
  }

  /** Whether the same request may succeed later. */
  private static boolean isRetryable(Problem problem) {
    return switch (problem) {
      case TOO_MANY_IN_FLIGHT,
          OVERLOADED,
          SHUTTING_DOWN,
          IDENTITY_PROVIDER_UNAVAILABLE,
          STORE_UNAVAILABLE,
          TOO_MANY_STREAMS ->
          true;
      default -> false;
    };
  }

  private static String path(HandlerMethod method) {
    return Stream.of(method.getBeanType(), method.getMethod())
        .map(element -> AnnotatedElementUtils.findMergedAnnotation(element, RequestMapping.class))
        .filter(mapping -> mapping != null && mapping.path().length > 0)
        .map(mapping -> mapping.path()[0])
        .collect(Collectors.joining());
  }

  /** Whether errors have the form of the Open Inference Protocol. */
  private static boolean isInference(HandlerMethod method) {
    RequestMapping mapping =
        AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RequestMapping.class);
    return mapping != null
        && Stream.of(mapping.path()).anyMatch(path -> Paths.isAt(Paths.INFERENCE, path));
  }

  private ApiResponse response(Set<Problem> problems, String path, boolean inference) {
    String schema = inference ? "InferenceError" : "Problem";
    MediaType content =
        new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + schema));
    StringJoiner description = new StringJoiner("; ", problems.size() == 1 ? "" : "One of: ", ".");
    for (Problem problem : problems) {
      description.add(problem.title());
      Object example = inference ? examples.inferenceError(problem) : examples.of(problem, path);
      content.addExamples(problem.code(), new Example().summary(problem.title()).value(example));
    }
    ApiResponse response = new ApiResponse();
    if (problems.stream().anyMatch(ProblemResponses::isRetryable)) {
      response.addHeaderObject("Retry-After", header("Seconds after which to retry."));
    }
    if (problems.contains(Problem.UNAUTHORIZED)) {
      response.addHeaderObject(
          "WWW-Authenticate",
          header("Name of the header in which to send the API key, or Bearer for a token."));
    }
    return response
        .description(description.toString())
        .content(new Content().addMediaType(inference ? JSON : PROBLEM_JSON, content));
  }
}

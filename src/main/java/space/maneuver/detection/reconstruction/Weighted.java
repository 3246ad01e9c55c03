package space.maneuver.detection.reconstruction;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A discrete probability distribution.
 *
 * @param outcomes their probabilities sum to 1
 */
record Weighted<T>(List<Outcome<T>> outcomes) {

  private static final double HALF = 0.5;

  Weighted {
    outcomes = List.copyOf(outcomes);
  }

  /** A value and its probability. */
  record Outcome<T>(T value, double probability) {}

  /** The distribution of an outcome of one of several distributions, each as likely. */
  static <T> Weighted<T> mixture(List<Weighted<T>> parts) {
    return new Weighted<>(
        parts.stream()
            .flatMap(part -> part.outcomes().stream())
            .map(each -> new Outcome<>(each.value(), each.probability() / parts.size()))
            .toList());
  }

  <R> Weighted<R> map(Function<T, R> function) {
    return new Weighted<>(
        outcomes.stream()
            .map(each -> new Outcome<>(function.apply(each.value()), each.probability()))
            .toList());
  }

  T likeliest() {
    return Collections.max(outcomes, Comparator.comparingDouble(Outcome::probability)).value();
  }

  double mean(ToDoubleFunction<T> figure) {
    return outcomes.stream()
        .mapToDouble(each -> each.probability() * figure.applyAsDouble(each.value()))
        .sum();
  }

  /** The smallest figure that is reached with a probability of at least one half. */
  double median(ToDoubleFunction<T> figure) {
    List<Outcome<T>> ascending =
        outcomes.stream()
            .sorted(Comparator.comparingDouble(each -> figure.applyAsDouble(each.value())))
            .toList();
    double sum = 0;
    int i = 0;
    while (i < ascending.size() - 1 && sum + ascending.get(i).probability() < HALF) {
      sum += ascending.get(i++).probability();
    }
    return figure.applyAsDouble(ascending.get(i).value());
  }
}

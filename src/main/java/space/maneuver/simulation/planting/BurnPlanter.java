package space.maneuver.simulation.planting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.Ticks;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.simulation.orbit.Draws;
import space.maneuver.simulation.orbit.Thrust;

/**
 * Plants burns into real histories at {@linkplain QuietTimes quiet times}, one in each copy of a
 * history. The same seed and histories give the same burns.
 */
public final class BurnPlanter {

  /** Days of quiet times that an object needs for each of its copies. */
  private static final double DAYS_PER_COPY = 20;

  private final long seed;
  private final PlantingSettings settings;

  /** Creates a planter whose draws follow from a seed. */
  public BurnPlanter(long seed, PlantingSettings settings) {
    this.seed = seed;
    this.settings = settings;
  }

  /**
   * Plants the burns. Objects take turns in random order; an object that is quiet for long gets a
   * second copy once each has one.
   *
   * @param histories histories of different objects
   * @param searched called after each history whose quiet times are known, from any thread
   * @return copies named by catalogue number and copy, such as "25544-1", with the planted burn;
   *     fewer than wanted if there are too few quiet times
   */
  public List<LabelledHistory> plant(List<History> histories, Runnable searched) {
    List<Quiet> objects =
        histories.parallelStream()
            .map(history -> new Quiet(history, QuietTimes.gaps(history), turn(history)))
            .peek(each -> searched.run())
            .filter(each -> !each.gaps.isEmpty())
            .sorted(Comparator.comparingDouble(Quiet::turn))
            .toList();
    int most = objects.stream().mapToInt(Quiet::copies).max().orElse(0);
    List<Copy> copies = new ArrayList<>();
    for (int number = 1; number <= most; number++) {
      for (Quiet each : objects) {
        if (number <= each.copies()) {
          copies.add(new Copy(each, number));
        }
      }
    }
    return copies.stream().limit(settings.burns()).toList().parallelStream()
        .map(this::plant)
        .flatMap(each -> each == null ? Stream.empty() : Stream.of(each))
        .toList();
  }

  private double turn(History history) {
    return Draws.of(seed, history.noradId()).uniform(0, 1);
  }

  private @Nullable LabelledHistory plant(Copy copy) {
    History history = copy.of.history;
    Draws draws = Draws.of(seed, history.noradId(), copy.number);
    long ticks = copy.of.after(draws.uniform(0, copy.of.ticks()));
    PlantedBurn burn =
        new PlantedBurn(thrust(draws, ticks), ResponseDraw.of(draws, history.regime()));
    History planted = burn.in(history);
    return planted == null
        ? null
        : new LabelledHistory(
            history.noradId() + "-" + copy.number, planted, List.of(published(burn.thrust())));
  }

  private Thrust thrust(Draws draws, long ticks) {
    double size = draws.logUniform(settings.leastDeltaV(), settings.mostDeltaV());
    double signed = draws.chance(0.5) ? size : -size;
    return switch (draws.pick(settings.directions())) {
      case IN_TRACK -> new Thrust(ticks, 0, signed, 0);
      case CROSS_TRACK -> new Thrust(ticks, 0, 0, signed);
      case RADIAL -> new Thrust(ticks, signed, 0, 0);
    };
  }

  private static Burn published(Thrust thrust) {
    Instant time = Ticks.toInstant(thrust.ticks());
    return new Burn(time, time, 1, thrust.radial(), thrust.along(), thrust.cross());
  }

  private record Copy(Quiet of, int number) {}

  /**
   * An object with quiet times.
   *
   * @param gaps indices of the element sets at the end of each quiet gap
   * @param turn place in the random order, 0 to 1
   */
  private record Quiet(History history, List<Integer> gaps, double turn) {
    int copies() {
      return 1 + (int) (Ticks.days(ticks()) / DAYS_PER_COPY);
    }

    /** Returns the length of all quiet gaps, ticks. */
    long ticks() {
      return gaps.stream().mapToLong(this::ticks).sum();
    }

    /** Returns the time at which so many ticks of quiet gaps have passed. */
    long after(double ticks) {
      double left = ticks;
      int gap = gaps.get(0);
      for (int each : gaps) {
        gap = each;
        if (left < ticks(each)) {
          break;
        }
        left -= ticks(each);
      }
      return history.elements().get(gap - 1).epochTicks() + (long) left;
    }

    private long ticks(int gap) {
      List<ElementSet> elements = history.elements();
      return elements.get(gap).epochTicks() - elements.get(gap - 1).epochTicks();
    }
  }
}

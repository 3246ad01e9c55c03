package space.maneuver.web.fuzz;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.Ticks;
import space.maneuver.orbit.format.TleWriter;
import space.maneuver.testing.KeplerHistory;
import space.maneuver.testing.RandomElements;

/** Element sets that every format can represent and no satellite has ever had. */
final class MutatedElements {

  /** Differs in every digit from {@link Undamaged#NORAD_ID}. */
  static final int NORAD_ID = 71_429;

  private static final List<ElementSet> ORBIT =
      new KeplerHistory(2).burn(7.3, 2, 0).days(60).elements();
  private static final double REVOLUTIONS_A_DAY = 2 * Math.PI / 86_400;
  private static final double A_DAY_SQUARED = 1 / (86_400.0 * 86_400.0);

  /** Number of fields that have a maximum, the last of their extremes. */
  private static final int BOUNDED = 6;

  private static final double[][] EXTREMES = {
    revolutions(
        1e-8, 1e-3, 0.05, 0.5, 1.0027379, 2.0056, 6.3999, 6.4001, 11.25, 16.4, 17.5, 18, 19, 20),
    {0, 1e-7, 0.01, 0.3, 0.5, 0.7, 0.9, 0.99, 0.9999, 0.9999999},
    degrees(0, 1e-4, 1, 63.4349, 90, 116.565, 179.9999, 180),
    degrees(0, 1e-4, 90, 180, 359.9999),
    degrees(0, 1e-4, 90, 180, 359.9999),
    degrees(0, 1e-4, 90, 180, 359.9999),
    {0, 1e-9, -1e-9, 1e-3, -1e-3, 0.1, -0.1, 1, -1, 1e4, -1e4, 9e8, -9e8},
    {
      0,
      2 * 1e-3 * 2 * Math.PI * A_DAY_SQUARED,
      2 * 0.9 * 2 * Math.PI * A_DAY_SQUARED,
      -2 * 0.9 * 2 * Math.PI * A_DAY_SQUARED
    },
    {0, 1e-20, -1e-20}
  };

  private final Random random;

  MutatedElements(Random random) {
    this.random = random;
  }

  /** Returns two to sixty element sets, of one object or several. */
  List<ElementSet> next() {
    int number = 2 + random.nextInt(random.nextInt(4) == 0 ? 59 : 12);
    List<ElementSet> elements = new ArrayList<>();
    RandomElements anywhere = new RandomElements(random);
    boolean wild = random.nextInt(5) == 0;
    boolean several = random.nextInt(5) == 0;
    for (int i = 0; i < number; i++) {
      ElementSet each = wild ? anywhere.next() : ORBIT.get(i);
      elements.add(
          of(
              each.withObject(NORAD_ID + (several ? i % 3 : 0), "MUTATED"),
              each.epochTicks(),
              fields(each)));
    }
    for (int times = random.nextInt(4); times > 0; times--) {
      mutate(elements);
    }
    if (random.nextInt(4) == 0) {
      moveEpochs(elements);
    }
    if (random.nextInt(6) == 0) {
      Collections.shuffle(elements, random);
    }
    return elements.stream().map(TleWriter::rounded).toList();
  }

  /** Changes a field in one element set, in all, or in all from one on. */
  private void mutate(List<ElementSet> elements) {
    int field = random.nextInt(EXTREMES.length);
    double value = EXTREMES[field][random.nextInt(EXTREMES[field].length)];
    double noise = random.nextInt(3) == 0 ? Math.pow(10, -1 - random.nextInt(8)) : 0;
    int first = random.nextInt(elements.size());
    int last = first;
    switch (random.nextInt(3)) {
      case 0 -> last = elements.size() - 1;
      case 1 -> {
        first = 0;
        last = elements.size() - 1;
      }
      default -> {}
    }
    for (int i = first; i <= last; i++) {
      double[] fields = fields(elements.get(i));
      double noisy = value * (1 + noise * (random.nextDouble() - 0.5));
      boolean bounded = field < BOUNDED;
      double greatest = EXTREMES[field][EXTREMES[field].length - 1];
      fields[field] = bounded ? Math.min(noisy, greatest) : noisy;
      elements.set(i, of(elements.get(i), elements.get(i).epochTicks(), fields));
    }
  }

  private void moveEpochs(List<ElementSet> elements) {
    long start =
        Ticks.of(
            Instant.parse(
                List.of(
                        "1957-10-04T00:00:00Z",
                        "2016-12-31T23:59:59Z",
                        "2020-01-10T00:00:00Z",
                        "2030-01-01T00:00:00Z",
                        "2056-12-01T00:00:00Z")
                    .get(random.nextInt(5))));
    long step =
        List.of(
                0L,
                1L,
                1_000L,
                Ticks.PER_DAY / 24,
                Ticks.PER_DAY / 3,
                Ticks.PER_DAY * 20,
                Ticks.PER_DAY * 200)
            .get(random.nextInt(7));
    long end = Ticks.of(Instant.parse("2056-12-31T00:00:00Z"));
    for (int i = 0; i < elements.size(); i++) {
      long epoch = Math.min(end, start + i * step);
      elements.set(i, of(elements.get(i), epoch, fields(elements.get(i))));
    }
  }

  private static double[] fields(ElementSet set) {
    return new double[] {
      set.meanMotion(),
      set.eccentricity(),
      set.inclination(),
      set.rightAscension(),
      set.argumentOfPerigee(),
      set.meanAnomaly(),
      set.bStar(),
      set.meanMotionDot(),
      set.meanMotionDotDot()
    };
  }

  private static ElementSet of(ElementSet set, long epochTicks, double[] fields) {
    return new ElementSet(
        set.noradId(),
        set.name(),
        null,
        set.objectClass(),
        epochTicks,
        fields[0],
        fields[1],
        fields[2],
        fields[3],
        fields[4],
        fields[5],
        fields[6],
        fields[7],
        fields[8],
        set.elementNumber(),
        set.revolutionNumber());
  }

  private static double[] revolutions(double... aDay) {
    return Arrays.stream(aDay).map(each -> each * REVOLUTIONS_A_DAY).toArray();
  }

  private static double[] degrees(double... degrees) {
    return Arrays.stream(degrees).map(Math::toRadians).toArray();
  }
}

package space.maneuver.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.ObjectClass;

/** A history of an orbit about 470 km up, with an element set at noon of every day. */
public final class DecayingHistory {

  private static final double SEMI_MAJOR_AXIS = 6850;
  private static final double NOISE = 0.002;

  private DecayingHistory() {}

  /**
   * Returns a history with a little noise.
   *
   * @param axis change of the semi-major axis, km, by time, d
   */
  public static History of(ObjectClass objectClass, int days, DoubleUnaryOperator axis) {
    Random random = new Random(1);
    List<ElementSet> elements = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      double time = day + 0.5;
      elements.add(
          ElementSetBuilder.at(KeplerHistory.instant(time).toString())
              .objectClass(objectClass)
              .semiMajorAxis(
                  SEMI_MAJOR_AXIS + axis.applyAsDouble(time) + NOISE * random.nextGaussian())
              .build());
    }
    return History.of(elements);
  }
}

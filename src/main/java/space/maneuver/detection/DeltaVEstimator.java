package space.maneuver.detection;

import org.jspecify.annotations.Nullable;
import space.maneuver.features.SecularRates;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;

/**
 * Delta-v from the steps of semi-major axis, inclination and node, by Gauss' variational equations
 * for a near-circular orbit (Vallado, Fundamentals of Astrodynamics, 9.3): da = 2 dv_t / n; di =
 * dv_n cos u / v; sin i dO = dv_n sin u / v, of which the argument of latitude u drops out.
 */
final class DeltaVEstimator {

  private static final double METRES_PER_KM = 1000;

  /** A component counts from this many standard deviations of its own noise on. */
  private static final double NOISE_FLOOR = 4;

  private final History history;
  private final ElementSteps axis;
  private final ElementSteps inclination;
  private final ElementSteps node;

  DeltaVEstimator(History history) {
    this.history = history;
    int size = history.size();
    double[] axes = new double[size];
    double[] inclinations = new double[size];
    double[] nodes = new double[size];
    for (int k = 0; k < size; k++) {
      ElementSet elements = history.elements().get(k);
      axes[k] = elements.semiMajorAxis();
      inclinations[k] = elements.inclination();
      nodes[k] = k == 0 ? 0 : nodes[k - 1] + nodeBeyondJ2(history.elements().get(k - 1), elements);
    }
    axis = new ElementSteps(history, axes);
    inclination = new ElementSteps(history, inclinations);
    node = new ElementSteps(history, nodes);
  }

  /** Steps of the semi-major axis, km. */
  static ElementSteps axisSteps(History history) {
    return new ElementSteps(
        history, history.elements().stream().mapToDouble(ElementSet::semiMajorAxis).toArray());
  }

  /** What happened in the gap before element set {@code k}; null below the noise floor. */
  @Nullable DeltaV at(int k) {
    ElementSet after = history.elements().get(k);
    double speed = after.meanMotion() * after.semiMajorAxis() * METRES_PER_KM;
    double perAxis = after.meanMotion() / 2 * METRES_PER_KM;
    double along = axis.step(k) * perAxis;
    double alongSigma = axis.noise(k) * perAxis;
    double sine = Math.sin(after.inclination());
    double cross = speed * Math.hypot(inclination.step(k), sine * node.step(k));
    double crossSigma = speed * Math.hypot(inclination.noise(k), sine * node.noise(k));
    boolean alongSeen = Math.abs(along) > NOISE_FLOOR * alongSigma;
    boolean crossSeen = cross > NOISE_FLOOR * crossSigma;
    if (!alongSeen && !crossSeen) {
      return null;
    }
    double alongTrack = alongSeen ? along : 0;
    double crossTrack = crossSeen ? cross : 0;
    double total = Math.hypot(alongTrack, crossTrack);
    double sigma = Math.hypot(alongTrack * alongSigma, crossTrack * crossSigma) / total;
    return new DeltaV(null, alongTrack, crossTrack, total, sigma);
  }

  private static double nodeBeyondJ2(ElementSet before, ElementSet after) {
    double seconds = (after.epochDays() - before.epochDays()) * 86_400;
    double change =
        after.rightAscension() - before.rightAscension() - SecularRates.node(after) * seconds;
    return Math.IEEEremainder(change, 2 * Math.PI);
  }
}

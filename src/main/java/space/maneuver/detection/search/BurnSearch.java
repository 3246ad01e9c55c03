package space.maneuver.detection.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.History;

/** Searches an arc, a history without long gaps, for burns. */
public interface BurnSearch {

  /** An arc ends where there is no element set for so many days. */
  int LONGEST_GAP_DAYS = 30;

  /**
   * Searches one arc.
   *
   * @param series whether to tell what the findings rest on
   * @return null when there are too few element sets
   */
  @Nullable Findings search(History arc, boolean series);

  /** What an arc needs to be searched, for a person. */
  String needs();

  /**
   * What a network finds in an arc.
   *
   * @param candidates the surest first
   * @param windows of 30 days at a stride of one day, in order of time
   * @param series what they rest on; null unless asked for
   */
  public record Findings(
      List<Candidate> candidates, List<WindowProbability> windows, @Nullable ArcSeries series) {}

  /**
   * Two element sets that a burn may lie between.
   *
   * @param before index in the arc of the one that begins the gap
   * @param after index of the one that ends it, above {@code before}
   * @param score uncalibrated, above 0 and below 1; the higher, the surer
   */
  public record Candidate(int before, int after, double score) {}
}

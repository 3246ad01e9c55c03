package space.maneuver.detection.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.History;

/** Searches an arc, a history without long gaps, for burns. */
public interface BurnSearch {

  /** Longest gap within an arc, d. */
  int LONGEST_GAP_DAYS = 30;

  /**
   * Searches an arc, or the end of one.
   *
   * @param origin {@link Findings#origin} of an earlier search of the arc, so that windows have the
   *     places that they have in a search of the whole arc; null if the arc begins here
   * @param series whether to include the series on which the findings are based
   * @return null if there are too few element sets
   */
  @Nullable Findings search(History arc, @Nullable Long origin, boolean series);

  /** The requirements on an arc, in words. */
  String needs();

  /**
   * The findings in an arc.
   *
   * @param candidates in descending order of score
   * @param windows of 30 days at a stride of one day, in order of time
   * @param series on which they are based; null unless requested
   * @param origin a late UTC day, in days since 1970-01-01, on which a window begins
   */
  public record Findings(
      List<Candidate> candidates,
      List<WindowProbability> windows,
      @Nullable ArcSeries series,
      long origin) {}

  /**
   * Two element sets between which a burn may lie.
   *
   * @param before index in the arc of the element set at the start of the gap
   * @param after index of the element set at its end, above {@code before}
   * @param score uncalibrated, above 0 and below 1; higher is more certain
   * @param dragChange whether a change of the drag explains what the network saw there
   */
  public record Candidate(int before, int after, double score, boolean dragChange) {}
}

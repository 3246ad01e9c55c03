package space.maneuver.evaluation.metrics.events;

import java.util.List;
import space.maneuver.math.Bisection;

/** The events of a satellite and the span in which its labels are trusted. */
public final class EventTruth {

  private static final double LABEL_MARGIN_DAYS = 7.0;
  private static final double EDGE_DAYS = 5.0;
  private static final double ADJACENT_GAP_DAYS = 3.0;
  private static final double ROUNDING_DAYS = 1e-9;
  private static final double DAYS_PER_YEAR = 365.25;

  private final List<Event> events;
  private final double[] epochs;
  private final double from;
  private final double until;

  public EventTruth(LabelledSatellite satellite) {
    events = Event.merge(satellite.burns());
    epochs = Bisection.ascending(satellite.epochs());
    double firstLabel = events.get(0).start();
    double lastLabel = events.get(events.size() - 1).start();
    from = Math.max(satellite.firstEpoch(), firstLabel - LABEL_MARGIN_DAYS) + EDGE_DAYS;
    until = Math.min(satellite.lastEpoch(), lastLabel + LABEL_MARGIN_DAYS) - EDGE_DAYS;
  }

  /** Returns all events in order of start, including those outside the span. */
  List<Event> events() {
    return events;
  }

  /** Returns the length of the span, years of 365.25 d. */
  double years() {
    return (until - from) / DAYS_PER_YEAR;
  }

  /** Returns the number of parts of about a year, the unit of resampling, at least 1. */
  int blocks() {
    return (int) Math.max(1, Math.round(years()));
  }

  /**
   * Returns the index, from 0, of the part of the span that contains a time, of {@code parts} equal
   * ones.
   */
  int part(double time, int parts) {
    return Math.min((int) ((time - from) / (until - from) * parts), parts - 1);
  }

  /** Returns whether a time, days since 1970, lies in the span, ends included. */
  boolean inSpan(double time) {
    return from <= time && time <= until;
  }

  /** Returns the events that count; a detection of any other is neutral. */
  public List<Event> counted() {
    return events.stream().filter(event -> inSpan(event.start())).toList();
  }

  /** Returns whether a time, days since 1970, is close enough to an event. */
  public boolean matches(double time, Event event, MatchMode mode) {
    double distance = event.distance(time);
    if (mode != MatchMode.GAP) {
      return distance <= mode.toleranceDays() + ROUNDING_DAYS;
    }
    int gap = gap(time);
    int first = gap(event.start());
    int last = gap(event.end());
    if (first <= gap && gap <= last) {
      return true;
    }
    return first - 1 <= gap && gap <= last + 1 && distance <= ADJACENT_GAP_DAYS;
  }

  private int gap(double time) {
    return Bisection.countUpTo(epochs, time);
  }
}

package space.maneuver.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import space.maneuver.detection.reconstruction.Maneuver.Kind;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;

/**
 * Searches the objects of a partition, one after another; holds one history at a time.
 *
 * @param model opened once per process
 * @param minConfidence lowest confidence to list; null for the thresholds of the model
 * @param kinds to list
 * @param maxElementSets limit per object
 */
record ObjectSearch(
    Broadcast<ShippedModel> model,
    @Nullable Double minConfidence,
    Set<Kind> kinds,
    int maxElementSets)
    implements MapPartitionsFunction<Row, Row> {

  /**
   * Searches.
   *
   * @param rows of {@link ElementRows}, sorted by {@link ElementRows#KEY} and {@link
   *     ElementRows#PLACE}
   * @return rows of {@link ReportRows}
   */
  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return new Reports(rows);
  }

  private final class Reports implements Iterator<Row> {

    private final Iterator<Row> rows;
    private @Nullable Row ahead;

    Reports(Iterator<Row> rows) {
      this.rows = rows;
      advance();
    }

    @Override
    public boolean hasNext() {
      return ahead != null;
    }

    @Override
    public Row next() {
      Row first = first();
      Row rejected = ElementRows.rejected(first);
      if (rejected == null) {
        return search(first);
      }
      advance();
      return ReportRows.ofRejected(rejected);
    }

    private Row search(Row first) {
      int noradId = ElementRows.noradId(first);
      List<ElementSet> elements = new ArrayList<>();
      long count = 0;
      while (ahead != null && ElementRows.noradId(ahead) == noradId) {
        if (count < maxElementSets) {
          elements.add(ElementRows.elements(ahead));
        }
        count++;
        advance();
      }
      History history = History.of(elements);
      if (count > maxElementSets) {
        return ReportRows.tooLarge(history, count, maxElementSets);
      }
      try {
        return ReportRows.of(
            history, model.value().detector().detect(history, minConfidence).withKinds(kinds));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private Row first() {
      if (ahead == null) {
        throw new NoSuchElementException();
      }
      return ahead;
    }

    private void advance() {
      ahead = rows.hasNext() ? rows.next() : null;
    }
  }
}

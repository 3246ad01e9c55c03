package space.maneuver.orbit.format;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.Ticks;
import space.maneuver.orbit.format.PublishedElementSet.Elements;
import space.maneuver.orbit.format.Rejection.FieldFault;
import space.maneuver.orbit.format.TleFields.TleColumns;
import space.maneuver.orbit.format.TleReader.TleParser;

/**
 * What becomes of the records that a reader finds.
 *
 * @param <T> what a record becomes
 */
interface RecordParser<T> {

  /** Element sets in SI units. */
  RecordParser<ElementSet> ELEMENT_SETS =
      new RecordParser<>() {
        @Override
        public ElementSet tle(
            int noradId, @Nullable String name, TleParser.Line1 fields, String line1, String line2)
            throws FieldFault {
          return TleParser.elements(noradId, name, fields, line2);
        }

        @Override
        public ElementSet gp(GpRecord record) throws FieldFault {
          return record.toElementSet();
        }
      };

  /** Element sets with the digits that were published. */
  RecordParser<PublishedElementSet> PUBLISHED =
      new RecordParser<>() {
        @Override
        public PublishedElementSet tle(
            int noradId, @Nullable String name, TleParser.Line1 fields, String line1, String line2)
            throws FieldFault {
          ElementSet checked = TleParser.elements(noradId, name, fields, line2);
          TleColumns first = new TleColumns(line1);
          TleColumns second = new TleColumns(line2);
          Elements elements =
              new Elements(
                  second.published(52, 63),
                  new BigDecimal("." + line2.substring(26, 33).replace(' ', '0')),
                  second.published(8, 16),
                  second.published(17, 25),
                  second.published(34, 42),
                  second.published(43, 51),
                  first.publishedExponential(53, 61),
                  first.published(33, 43),
                  first.publishedExponential(44, 52));
          return new PublishedElementSet(
              noradId,
              name,
              fields.designator(),
              null,
              first.classification(),
              epoch(checked),
              elements,
              (int) first.digits(62, 63, GpRecord.EphemerisType.LABEL),
              checked.elementNumber(),
              checked.revolutionNumber(),
              null,
              null);
        }

        /** A tick is a whole number of microseconds, so this is exact. */
        private Instant epoch(ElementSet checked) {
          return Ticks.toInstant(checked.epochTicks());
        }

        @Override
        public PublishedElementSet gp(GpRecord record) throws FieldFault {
          return record.toPublished();
        }
      };

  /**
   * A two-line element set, of which the first line has been parsed and the second is well-formed.
   *
   * @throws FieldFault if a field of the second line is faulty
   */
  T tle(int noradId, @Nullable String name, TleParser.Line1 fields, String line1, String line2)
      throws FieldFault;

  /**
   * A general perturbations record.
   *
   * @throws FieldFault if a field is faulty
   */
  T gp(GpRecord record) throws FieldFault;
}

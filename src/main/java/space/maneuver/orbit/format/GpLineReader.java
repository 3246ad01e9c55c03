package space.maneuver.orbit.format;

import java.util.function.Consumer;

/**
 * Reads GP records as lines of JSON (NDJSON), one at a time, with the digits that were published. A
 * faulty line does not affect the others.
 */
public final class GpLineReader {

  private final GpJsonReader<PublishedElementSet> records;

  /**
   * @param good receives the element sets
   * @param bad receives the rejected lines; their place is the number of the line
   */
  public GpLineReader(Consumer<PublishedElementSet> good, Consumer<Rejection> bad) {
    records = new GpJsonReader<>(RecordParser.PUBLISHED, good, bad);
  }

  /**
   * Reads a line.
   *
   * @param number of the line, from 1
   */
  public void read(byte[] text, int offset, int length, long number) {
    records.readLine(text, offset, length, number);
  }
}

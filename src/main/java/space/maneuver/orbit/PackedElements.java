package space.maneuver.orbit;

import java.util.ArrayList;
import java.util.List;

/** Element sets as records of twelve numbers, 96 bytes, in blocks; exact to the bit. */
final class PackedElements {

  private static final int WIDTH = 12;
  private static final int BLOCK = 1024;

  private final List<long[]> blocks = new ArrayList<>();
  private final PackedLabels labels = new PackedLabels();
  private int size;

  int size() {
    return size;
  }

  void add(ElementSet elements) {
    if (size % BLOCK == 0) {
      blocks.add(new long[WIDTH * BLOCK]);
    }
    int label =
        labels.add(elements.name(), elements.internationalDesignator(), elements.objectClass());
    long[] block = blocks.get(size / BLOCK);
    int at = size % BLOCK * WIDTH;
    block[at++] = pair(elements.noradId(), label);
    block[at++] = pair(elements.elementNumber(), elements.revolutionNumber());
    block[at++] = elements.epochTicks();
    block[at++] = Double.doubleToRawLongBits(elements.meanMotion());
    block[at++] = Double.doubleToRawLongBits(elements.eccentricity());
    block[at++] = Double.doubleToRawLongBits(elements.inclination());
    block[at++] = Double.doubleToRawLongBits(elements.rightAscension());
    block[at++] = Double.doubleToRawLongBits(elements.argumentOfPerigee());
    block[at++] = Double.doubleToRawLongBits(elements.meanAnomaly());
    block[at++] = Double.doubleToRawLongBits(elements.bStar());
    block[at++] = Double.doubleToRawLongBits(elements.meanMotionDot());
    block[at] = Double.doubleToRawLongBits(elements.meanMotionDotDot());
    size++;
  }

  int noradId(int index) {
    return first(blocks.get(index / BLOCK)[index % BLOCK * WIDTH]);
  }

  ElementSet get(int index) {
    long[] block = blocks.get(index / BLOCK);
    int at = index % BLOCK * WIDTH;
    PackedLabels.Label label = labels.get(second(block[at]));
    return new ElementSet(
        first(block[at]),
        label.name(),
        label.designator(),
        label.objectClass(),
        block[at + 2],
        Double.longBitsToDouble(block[at + 3]),
        Double.longBitsToDouble(block[at + 4]),
        Double.longBitsToDouble(block[at + 5]),
        Double.longBitsToDouble(block[at + 6]),
        Double.longBitsToDouble(block[at + 7]),
        Double.longBitsToDouble(block[at + 8]),
        Double.longBitsToDouble(block[at + 9]),
        Double.longBitsToDouble(block[at + 10]),
        Double.longBitsToDouble(block[at + 11]),
        first(block[at + 1]),
        second(block[at + 1]));
  }

  static long pair(int first, int second) {
    return (long) first << Integer.SIZE | Integer.toUnsignedLong(second);
  }

  static int first(long pair) {
    return (int) (pair >> Integer.SIZE);
  }

  static int second(long pair) {
    return (int) pair;
  }
}

package space.maneuver.orbit;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Collects element sets of many objects in any order and groups them into histories. Needs 96 bytes
 * an element set, 8 more while histories are built, and the name, designator and class where they
 * differ from those of the previous element set.
 */
public final class ElementSetStore {

  /** Default limit. */
  public static final int USUAL_LIMIT = 1_000_000;

  private final int limit;
  private final PackedElements elements = new PackedElements();

  /**
   * @param limit greatest number of element sets, at least 1
   */
  public ElementSetStore(int limit) {
    this.limit = limit;
  }

  /**
   * Adds an element set.
   *
   * @throws TooManyElementSetsException if the limit is exceeded
   */
  public void add(ElementSet next) {
    if (elements.size() == limit) {
      throw new TooManyElementSetsException(limit);
    }
    elements.add(next);
  }

  public int size() {
    return elements.size();
  }

  /**
   * Returns the histories, one per object, in the order in which the objects first appeared. Each
   * access to an entry of the list builds the history again; none is retained.
   */
  public List<History> histories() {
    long[] byObject = new long[elements.size()];
    for (int i = 0; i < byObject.length; i++) {
      byObject[i] = PackedElements.pair(elements.noradId(i), i);
    }
    Arrays.sort(byObject);
    long[] starts =
        IntStream.range(0, byObject.length)
            .filter(
                k ->
                    k == 0
                        || PackedElements.first(byObject[k])
                            != PackedElements.first(byObject[k - 1]))
            .mapToLong(k -> PackedElements.pair(PackedElements.second(byObject[k]), k))
            .sorted()
            .toArray();
    return new Histories(byObject, starts);
  }

  /** A list that builds each history on access. */
  private final class Histories extends AbstractList<History> {

    private final long[] byObject;
    private final long[] starts;

    /**
     * @param byObject catalogue number and index of every element set, sorted by both
     * @param starts per object, the index of its first element set and its position in {@code
     *     byObject}
     */
    Histories(long[] byObject, long[] starts) {
      this.byObject = byObject;
      this.starts = starts;
    }

    @Override
    public int size() {
      return starts.length;
    }

    @Override
    public History get(int index) {
      int place = PackedElements.second(starts[index]);
      int noradId = PackedElements.first(byObject[place]);
      List<ElementSet> all = new ArrayList<>();
      PackedElements.LabelReader labels = elements.labelReader();
      while (place < byObject.length && PackedElements.first(byObject[place]) == noradId) {
        all.add(elements.get(PackedElements.second(byObject[place]), labels));
        place++;
      }
      return History.of(all);
    }
  }

  /** Element sets packed in blocks, twelve 64-bit numbers each; lossless. */
  private static final class PackedElements {

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
      block[at++] = PackedElements.pair(elements.noradId(), label);
      block[at++] = PackedElements.pair(elements.elementNumber(), elements.revolutionNumber());
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

    LabelReader labelReader() {
      return new LabelReader(labels);
    }

    ElementSet get(int index, LabelReader reader) {
      long[] block = blocks.get(index / BLOCK);
      int at = index % BLOCK * WIDTH;
      PackedLabels.Label label = reader.get(second(block[at]));
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

    /** Decodes a label once for consecutive element sets that share it. */
    static final class LabelReader {

      private final PackedLabels labels;
      private int lastPlace;
      private PackedLabels.@Nullable Label last;

      private LabelReader(PackedLabels labels) {
        this.labels = labels;
      }

      PackedLabels.Label get(int place) {
        if (last == null || place != lastPlace) {
          last = labels.get(place);
          lastPlace = place;
        }
        return last;
      }
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

    /**
     * Names, designators and classes of element sets as bytes. A label equal to that of the
     * previous element set is not stored again, which saves nearly all of them where input is
     * grouped by object.
     */
    private static final class PackedLabels {

      private static final int BLOCK_BYTES = 1 << 14;
      private static final int FIXED_BYTES = 3;

      private final List<byte[]> blocks = new ArrayList<>();
      private int filled = BLOCK_BYTES;
      private long lastPlace;
      private @Nullable Label last;

      /**
       * Name, designator and class of an element set.
       *
       * @param name {@link ElementSet#name()}
       * @param designator {@link ElementSet#internationalDesignator()}
       * @param objectClass {@link ElementSet#objectClass()}
       */
      record Label(@Nullable String name, @Nullable String designator, ObjectClass objectClass) {}

      /** Stores a label and returns its position, which fits into an unsigned int. */
      int add(@Nullable String name, @Nullable String designator, ObjectClass objectClass) {
        if (last == null
            || !Objects.equals(last.name, name)
            || !Objects.equals(last.designator, designator)
            || last.objectClass != objectClass) {
          last = new Label(name, designator, objectClass);
          lastPlace = append(last);
        }
        return (int) lastPlace;
      }

      Label get(int place) {
        long unsigned = Integer.toUnsignedLong(place);
        byte[] block = blocks.get((int) (unsigned / BLOCK_BYTES));
        int start = (int) (unsigned % BLOCK_BYTES);
        int nameBytes = block[start + 1] & 0xff;
        int designatorBytes = block[start + 2] & 0xff;
        int name = start + FIXED_BYTES;
        return new Label(
            text(block, name, nameBytes),
            text(block, name + nameBytes, designatorBytes),
            ObjectClass.values()[block[start]]);
      }

      private long append(Label label) {
        byte[] name = bytes(label.name);
        byte[] designator = bytes(label.designator);
        int length = FIXED_BYTES + name.length + designator.length;
        if (filled + length > BLOCK_BYTES) {
          blocks.add(new byte[BLOCK_BYTES]);
          filled = 0;
        }
        byte[] block = blocks.get(blocks.size() - 1);
        int start = filled;
        block[start] = (byte) label.objectClass.ordinal();
        block[start + 1] = (byte) name.length;
        block[start + 2] = (byte) designator.length;
        System.arraycopy(name, 0, block, start + FIXED_BYTES, name.length);
        System.arraycopy(
            designator, 0, block, start + FIXED_BYTES + name.length, designator.length);
        filled += length;
        return (long) (blocks.size() - 1) * BLOCK_BYTES + start;
      }

      private static byte[] bytes(@Nullable String text) {
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
      }

      private static @Nullable String text(byte[] block, int start, int length) {
        return length == 0 ? null : new String(block, start, length, StandardCharsets.UTF_8);
      }
    }
  }

  /** Thrown when the limit on element sets held in memory is exceeded. */
  public static final class TooManyElementSetsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyElementSetsException(int limit) {
      super("more than " + limit + " element sets");
    }
  }
}

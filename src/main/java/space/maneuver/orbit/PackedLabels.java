package space.maneuver.orbit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Names, designators and classes of element sets as bytes. What is the same as of the element set
 * before takes no room: so is nearly all of input that is grouped by object.
 */
final class PackedLabels {

  private static final int BLOCK_BYTES = 1 << 14;
  private static final int FIXED_BYTES = 3;

  private final List<byte[]> blocks = new ArrayList<>();
  private int filled = BLOCK_BYTES;
  private long lastPlace;
  private @Nullable Label last;

  /**
   * What an element set is called.
   *
   * @param name as of {@link ElementSet#name()}
   * @param designator as of {@link ElementSet#internationalDesignator()}
   * @param objectClass as of {@link ElementSet#objectClass()}
   */
  record Label(@Nullable String name, @Nullable String designator, ObjectClass objectClass) {}

  /** Keeps a label and returns its place, which fits into an unsigned int. */
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
    System.arraycopy(designator, 0, block, start + FIXED_BYTES + name.length, designator.length);
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

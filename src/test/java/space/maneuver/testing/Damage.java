package space.maneuver.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/**
 * A text with some of its bytes changed, removed, added or doubled, or cut off.
 *
 * @param from index of the first byte that is not as it was
 * @param to index, in the undamaged text, after the last such byte
 */
public record Damage(byte[] text, int from, int to) {

  private static final byte[] TELLING =
      "\n\r\"',=<>&[]{}!-#;:/\\ \t0129.eE+\uFEFF".getBytes(StandardCharsets.UTF_8);

  /** Changes, removes, adds or doubles some bytes after the first, or cuts the text off. */
  public static Damage random(byte[] text, Random random) {
    int from = 1 + random.nextInt(text.length - 1);
    int length = 1 + random.nextInt(random.nextBoolean() ? 3 : 200);
    int to = Math.min(text.length, from + length);
    byte[] before = Arrays.copyOf(text, from);
    byte[] hit = Arrays.copyOfRange(text, from, to);
    byte[] after = Arrays.copyOfRange(text, to, text.length);
    return switch (random.nextInt(5)) {
      case 0 -> new Damage(joined(before, noise(length, random), after), from, to);
      case 1 -> new Damage(joined(before, after), from, to);
      case 2 -> new Damage(joined(before, noise(length, random), hit, after), from, from);
      case 3 -> new Damage(joined(before, hit, hit, after), from, to);
      default -> new Damage(before, from, text.length);
    };
  }

  @Override
  public String toString() {
    return new String(text, StandardCharsets.UTF_8);
  }

  private static byte[] noise(int length, Random random) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    for (int i = 0; i < length; i++) {
      if (random.nextInt(4) > 0) {
        noise[i] = TELLING[random.nextInt(TELLING.length)];
      }
    }
    return noise;
  }

  /** The parts one after the other. */
  public static byte[] joined(byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    byte[] joined = new byte[length];
    int position = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, joined, position, part.length);
      position += part.length;
    }
    return joined;
  }
}

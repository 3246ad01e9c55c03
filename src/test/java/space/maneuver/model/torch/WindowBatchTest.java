package space.maneuver.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowBatchTest {

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 31})
  void lengthOutsideTheWindowIsRefused(long length) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new WindowBatch(WindowBatch.allocate(1, 30, 9), 1, 30, 9, new long[] {length}))
        .withMessageContaining("length " + length);
  }

  @Test
  void numberOfLengthsMustBeThatOfWindows() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new WindowBatch(WindowBatch.allocate(1, 30, 9), 1, 30, 9, new long[] {1, 1}));
  }

  @Test
  void bufferOfAnotherSizeIsRefused() {
    refuses(WindowBatch.allocate(1, 29, 9));
  }

  @Test
  void bufferOnTheHeapIsRefused() {
    refuses(ByteBuffer.allocate(30 * 9 * 4).order(ByteOrder.LITTLE_ENDIAN));
  }

  @Test
  void bigEndianBufferIsRefused() {
    refuses(ByteBuffer.allocateDirect(30 * 9 * 4).order(ByteOrder.BIG_ENDIAN));
  }

  @Test
  void emptyBatchIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WindowBatch(WindowBatch.allocate(0, 30, 9), 0, 30, 9, new long[] {}));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "2, 2",
    "3, 4",
    "5, 8",
    "9, 12",
    "31, 32",
    "33, 40",
    "64, 64",
    "65, 80",
    "255, 256",
    "256, 256"
  })
  void littleOfABatchIsPadding(int windows, int size) {
    assertThat(WindowBatch.paddedSize(windows)).isEqualTo(size);
  }

  @Test
  void bufferIsAlignedAndOfTheSizeOfTheWindows() {
    ByteBuffer x = WindowBatch.allocate(3, 5, 7);

    assertThat(x.alignmentOffset(0, 64)).isZero();
    assertThat(x.remaining()).isEqualTo(3 * 5 * 7 * Float.BYTES);
  }

  private static void refuses(ByteBuffer x) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WindowBatch(x, 1, 30, 9, new long[] {30}));
  }
}

package space.maneuver.detection;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import space.maneuver.model.WindowBatch;

/** The memory in which one thread pads its batches, used again for each of them. */
final class BatchBuffer {

  private final Map<Integer, long[]> lengths = new HashMap<>();
  private ByteBuffer bytes = WindowBatch.allocate(1, 1, 1);
  private FloatBuffer floats = bytes.asFloatBuffer();
  private float[] zeros = new float[0];

  /** Pads windows of a batch, with zeros, to a shape that the model is warm at. */
  WindowBatch pad(Batch batch, int from, int to) {
    int time = batch.lane().key().time();
    int width = batch.owner(from).windows().width();
    int rows = WindowBatch.warmSize(to - from);
    reserve(rows, time, width);
    long[] own = lengths(rows);
    for (int row = 0; row < rows; row++) {
      int at = row * time * width;
      int end = at;
      own[row] = 1;
      if (from + row < to) {
        NormalisedWindows windows = batch.owner(from + row).windows();
        int window = batch.window(from + row);
        own[row] = windows.steps(window);
        windows.copy(window, floats, at);
        end = at + windows.steps(window) * width;
      }
      floats.put(end, zeros, 0, at + time * width - end);
    }
    return new WindowBatch(bytes, rows, time, width, own);
  }

  private void reserve(int rows, int time, int width) {
    int needed = rows * time * width;
    if (floats.capacity() < needed) {
      bytes = WindowBatch.allocate(rows, time, width);
      floats = bytes.asFloatBuffer();
    }
    bytes.limit(needed * Float.BYTES);
    if (zeros.length < time * width) {
      zeros = new float[time * width];
    }
  }

  private long[] lengths(int rows) {
    return lengths.computeIfAbsent(rows, long[]::new);
  }
}

package space.maneuver.inference;

import space.maneuver.features.window.FeatureWindow;
import space.maneuver.features.window.Normaliser;
import space.maneuver.model.torch.WindowBatch;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;

/** The memory in which one thread pads its batches, used again for each of them. */
final class BatchBuffer {

  private final Map<Integer, long[]> lengths = new HashMap<>();
  private ByteBuffer bytes = WindowBatch.allocate(1, 1, 1);
  private FloatBuffer floats = bytes.asFloatBuffer();
  private float[] zeros = new float[0];
  private float[] normalised = new float[0];

  /** Normalises windows of a batch, and pads them with zeros to a shape the model is warm at. */
  WindowBatch pad(Batch batch, int from, int to) {
    int time = batch.lane().key().time();
    Normaliser normaliser = batch.lane().key().model().bundle().normaliser();
    int width = normaliser.width();
    int rows = WindowBatch.warmSize(to - from);
    reserve(rows, time, width);
    long[] own = lengths(rows);
    for (int row = 0; row < rows; row++) {
      int at = row * time * width;
      int end = at;
      own[row] = 1;
      if (from + row < to) {
        FeatureWindow window = batch.owner(from + row).windows().get(batch.window(from + row));
        normaliser.apply(window, normalised);
        own[row] = window.steps();
        end = at + window.steps() * width;
        floats.put(at, normalised, 0, end - at);
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
      normalised = new float[time * width];
    }
  }

  private long[] lengths(int rows) {
    return lengths.computeIfAbsent(rows, long[]::new);
  }
}

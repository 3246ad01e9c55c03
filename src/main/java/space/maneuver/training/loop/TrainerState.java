package space.maneuver.training.loop;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * All numbers of a {@code NetworkTrainer} after a step; parameters in the module's order.
 *
 * @param steps that were done
 * @param weights of the network
 * @param means of the gradients, as {@link AdamW} keeps them
 * @param variances of the gradients, likewise
 */
public record TrainerState(
    int steps, List<float[]> weights, List<float[]> means, List<float[]> variances) {

  void write(DataOutput to) throws IOException {
    to.writeInt(steps);
    write(weights, to);
    write(means, to);
    write(variances, to);
  }

  static TrainerState read(DataInput from) throws IOException {
    return new TrainerState(from.readInt(), readArrays(from), readArrays(from), readArrays(from));
  }

  static void write(List<float[]> arrays, DataOutput to) throws IOException {
    to.writeInt(arrays.size());
    for (float[] array : arrays) {
      to.writeInt(array.length);
      for (float value : array) {
        to.writeFloat(value);
      }
    }
  }

  static List<float[]> readArrays(DataInput from) throws IOException {
    int count = from.readInt();
    List<float[]> arrays = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] array = new float[from.readInt()];
      for (int k = 0; k < array.length; k++) {
        array[k] = from.readFloat();
      }
      arrays.add(array);
    }
    return arrays;
  }
}

package space.maneuver.training.loop;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a training needs to resume as if uninterrupted. Random numbers are not part of it:
 * they are drawn again from the seed.
 *
 * @param identity fingerprint of settings, data and initial weights
 * @param trainer state of the trainer after its last step
 * @param curve losses so far
 * @param best best weights so far; null before the first validation
 * @param withoutGain validations since then that count towards the patience
 */
public record Checkpoint(
    String identity,
    TrainerState trainer,
    LossCurve curve,
    @Nullable BestWeights best,
    int withoutGain) {

  private static final String FORM = "maneuver-detection checkpoint 1";

  /** Writes the file atomically, so that a kill leaves the previous one. */
  void write(Path file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream to = new DataOutputStream(bytes);
    to.writeUTF(FORM);
    to.writeUTF(identity);
    trainer.write(to);
    curve.write(to);
    to.writeBoolean(best != null);
    if (best != null) {
      best.write(to);
    }
    to.writeInt(withoutGain);
    Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
    Files.write(fresh, bytes.toByteArray());
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Reads a file.
   *
   * @param identity fingerprint of the training to resume
   * @return the checkpoint; null if it belongs to another training
   * @throws IOException if the file is damaged
   */
  static @Nullable Checkpoint read(Path file, String identity) throws IOException {
    try (DataInputStream from =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (!from.readUTF().equals(FORM) || !from.readUTF().equals(identity)) {
        return null;
      }
      TrainerState trainer = TrainerState.read(from);
      LossCurve curve = LossCurve.read(from);
      BestWeights best = from.readBoolean() ? BestWeights.read(from) : null;
      return new Checkpoint(identity, trainer, curve, best, from.readInt());
    } catch (NegativeArraySizeException e) {
      throw new IOException("a negative size", e);
    }
  }

  /**
   * The state of a {@code NetworkTrainer} after a step; parameters in the module's order.
   *
   * @param steps number of steps taken
   * @param weights weights of the network
   * @param means means of the gradients, as {@link AdamW} keeps them
   * @param variances variances of the gradients, as {@link AdamW} keeps them
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

  /**
   * The weights with the lowest validation loss so far.
   *
   * @param loss validation loss
   * @param step step after which they were validated
   * @param weights weights in the module's order
   */
  public record BestWeights(double loss, int step, List<float[]> weights) {

    void write(DataOutput to) throws IOException {
      to.writeDouble(loss);
      to.writeInt(step);
      TrainerState.write(weights, to);
    }

    static BestWeights read(DataInput from) throws IOException {
      return new BestWeights(from.readDouble(), from.readInt(), TrainerState.readArrays(from));
    }
  }
}

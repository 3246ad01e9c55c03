package space.maneuver.training.loop;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * All that a training needs to go on after a stop as if there had been none. Random numbers are not
 * in it: they are drawn again from the seed up to the same place.
 *
 * @param identity fingerprint of settings, data and first weights
 * @param trainer after its last step
 * @param curve so far
 * @param best weights so far; null before the first validation
 * @param withoutGain validations since then that count towards the patience
 */
public record Checkpoint(
    String identity, TrainerState trainer, LossCurve curve, @Nullable Best best, int withoutGain) {

  private static final String FORM = "maneuver-detection checkpoint 1";

  /** Writes beside and moves into place, so that a kill leaves the one before. */
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
   * Reads a file, or null when it is of another training.
   *
   * @param identity of the training to go on with
   * @throws IOException when the file is damaged
   */
  static @Nullable Checkpoint read(Path file, String identity) throws IOException {
    try (DataInputStream from =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (!from.readUTF().equals(FORM) || !from.readUTF().equals(identity)) {
        return null;
      }
      TrainerState trainer = TrainerState.read(from);
      LossCurve curve = LossCurve.read(from);
      Best best = from.readBoolean() ? Best.read(from) : null;
      return new Checkpoint(identity, trainer, curve, best, from.readInt());
    } catch (NegativeArraySizeException e) {
      throw new IOException("a negative size", e);
    }
  }
}

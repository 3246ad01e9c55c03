package space.maneuver.training.loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;

/**
 * The directory that holds the checkpoints of a command's trainings until the command is done.
 *
 * @param directory directory of the checkpoints; null to keep none
 * @param every steps between checkpoints, at least 1
 */
public record Checkpoints(@Nullable Path directory, int every) {

  /** Keeps no checkpoints. */
  public static final Checkpoints NONE = new Checkpoints(null, Integer.MAX_VALUE);

  /** Default number of steps between checkpoints, a few seconds of training. */
  public static final int USUAL_STEPS = 50;

  /**
   * @throws IllegalArgumentException if {@code every} is out of range
   */
  public Checkpoints {
    if (every < 1) {
      throw new IllegalArgumentException("checkpoints must be at least 1 step apart: " + every);
    }
  }

  /** Returns checkpoints in a subdirectory of this one. */
  Checkpoints below(String name) {
    return directory == null ? this : new Checkpoints(directory.resolve(name), every);
  }

  /**
   * Finds the checkpoint to resume from.
   *
   * @param task name of the training
   * @param identity fingerprint of the training
   * @param message receives what is resumed, or why an existing checkpoint is not
   * @return the checkpoint; null to start over
   */
  public @Nullable Checkpoint find(String task, String identity, Consumer<String> message)
      throws IOException {
    if (directory == null || Files.notExists(file(directory, task))) {
      return null;
    }
    Path file = file(directory, task);
    try {
      Checkpoint found = Checkpoint.read(file, identity);
      message.accept(
          found == null
              ? file + ": made with other settings or data, so " + task + " starts over"
              : task + ": resuming after step " + found.trainer().steps() + " from " + file);
      return found;
    } catch (IOException e) {
      message.accept(file + ": damaged (" + e + "), so " + task + " starts over");
      return null;
    }
  }

  /** Writes the checkpoint of a training. */
  public void put(String task, Checkpoint checkpoint) throws IOException {
    if (directory != null) {
      checkpoint.write(file(Files.createDirectories(directory), task));
    }
  }

  /** Deletes the directory. */
  public void clear() throws IOException {
    if (directory != null) {
      FileUtils.deleteDirectory(directory.toFile());
    }
  }

  private static Path file(Path directory, String task) {
    return directory.resolve(task.toLowerCase(Locale.ROOT).replace(' ', '-') + ".checkpoint");
  }
}

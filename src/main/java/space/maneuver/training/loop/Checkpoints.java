package space.maneuver.training.loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which the trainings of a command keep their checkpoints until the command is done.
 *
 * @param directory null keeps none
 * @param every steps from one checkpoint to the next, at least 1
 */
public record Checkpoints(@Nullable Path directory, int every) {

  /** For trainings that start anew each time. */
  public static final Checkpoints NONE = new Checkpoints(null, Integer.MAX_VALUE);

  /** Some seconds of a training. */
  public static final int USUAL_STEPS = 50;

  /**
   * @throws IllegalArgumentException when {@code every} is out of its range
   */
  public Checkpoints {
    if (every < 1) {
      throw new IllegalArgumentException("checkpoints must be at least 1 step apart: " + every);
    }
  }

  /** Another folder below this one. */
  Checkpoints below(String name) {
    return directory == null ? this : new Checkpoints(directory.resolve(name), every);
  }

  /**
   * Where the training was that is to be done.
   *
   * @param task name of the training
   * @param identity of it
   * @param message hears why a checkpoint that is there is not used
   * @return null to start anew
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
              ? file + ": of other settings or data, so " + task + " starts anew"
              : task + ": goes on after step " + found.trainer().steps() + ", from " + file);
      return found;
    } catch (IOException e) {
      message.accept(file + ": damaged (" + e + "), so " + task + " starts anew");
      return null;
    }
  }

  public void put(String task, Checkpoint checkpoint) throws IOException {
    if (directory != null) {
      checkpoint.write(file(Files.createDirectories(directory), task));
    }
  }

  /** Removes the folder. */
  public void clear() throws IOException {
    if (directory != null) {
      FileUtils.deleteDirectory(directory.toFile());
    }
  }

  private static Path file(Path directory, String task) {
    return directory.resolve(task.toLowerCase(Locale.ROOT).replace(' ', '-') + ".checkpoint");
  }
}

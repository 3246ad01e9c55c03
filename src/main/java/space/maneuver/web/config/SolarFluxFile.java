package space.maneuver.web.config;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import space.maneuver.features.SolarFlux;

/** The file named by the solar flux setting. */
final class SolarFluxFile {

  private SolarFluxFile() {}

  /** The file cannot be used. */
  static final class UnusableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableException(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Reads the file.
   *
   * @throws UnusableException if it cannot be read or has another format; the message names file
   *     and reason
   */
  static SolarFlux read(Path file) {
    try {
      return SolarFlux.read(file);
    } catch (NoSuchFileException e) {
      throw new UnusableException(file + ": no such file", e);
    } catch (AccessDeniedException e) {
      throw new UnusableException(file + ": permission denied", e);
    } catch (IOException e) {
      throw new UnusableException(
          Files.isDirectory(file)
              ? file + ": is a directory, not a file"
              : String.valueOf(e.getMessage()),
          e);
    }
  }
}

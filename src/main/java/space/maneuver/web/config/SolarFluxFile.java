package space.maneuver.web.config;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import space.maneuver.features.SolarFlux;

/** The file that the setting of solar flux names. */
final class SolarFluxFile {

  private SolarFluxFile() {}

  /** The setting cannot be followed. */
  static final class UnusableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableException(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Reads it.
   *
   * @throws UnusableException if it cannot be read or has another form; the message names file and
   *     reason
   */
  static SolarFlux read(Path file) {
    try {
      return SolarFlux.read(file);
    } catch (NoSuchFileException e) {
      throw new UnusableException(file + ": there is no such file", e);
    } catch (AccessDeniedException e) {
      throw new UnusableException(file + ": must not be read", e);
    } catch (IOException e) {
      throw new UnusableException(
          Files.isDirectory(file)
              ? file + ": is a directory, not a file"
              : String.valueOf(e.getMessage()),
          e);
    }
  }
}

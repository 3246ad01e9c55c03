package space.maneuver.command.terminal;

import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Output streams and error messages of a command. */
public final class Console {

  private static final Map<Class<?>, String> FAULTS =
      Map.of(
          NoSuchFileException.class, "no such file or directory",
          AccessDeniedException.class, "permission denied",
          FileAlreadyExistsException.class, "already exists",
          NotDirectoryException.class, "is not a directory");

  private Console() {}

  /** Returns an error in how the command was called, exit status 2. */
  public static ParameterException usage(@Nullable CommandSpec command, String message) {
    return new ParameterException(Objects.requireNonNull(command).commandLine(), message);
  }

  /** Returns in prose what is wrong with a file. */
  public static String reason(FileSystemException fault) {
    String reason = fault.getReason();
    return fault.getFile()
        + ": "
        + (reason == null
            ? FAULTS.getOrDefault(fault.getClass(), fault.getClass().getSimpleName())
            : reason);
  }

  public static PrintWriter out(@Nullable CommandSpec command) {
    return Objects.requireNonNull(command).commandLine().getOut();
  }

  public static PrintWriter err(@Nullable CommandSpec command) {
    return Objects.requireNonNull(command).commandLine().getErr();
  }
}

package space.maneuver.command;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The console of a command. */
final class Console {

  private Console() {}

  /** A fault in how the command was called: exit status 2. */
  static ParameterException usage(@Nullable CommandSpec command, String message) {
    return new ParameterException(Objects.requireNonNull(command).commandLine(), message);
  }

  static PrintWriter out(@Nullable CommandSpec command) {
    return Objects.requireNonNull(command).commandLine().getOut();
  }

  static PrintWriter err(@Nullable CommandSpec command) {
    return Objects.requireNonNull(command).commandLine().getErr();
  }
}

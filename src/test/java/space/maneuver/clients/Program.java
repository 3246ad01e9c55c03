package space.maneuver.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * An installed program, run in a directory. Nothing is downloaded; if a program is missing, the
 * tests are skipped, unless {@code -Dclients.required} is set.
 *
 * @param directory to run in
 * @param environment variables added to those of the tests
 */
record Program(Path directory, Map<String, String> environment) {

  private static final int LONGEST_SECONDS = 180;

  /** Skips or fails the test unless the command succeeds. */
  void require(String missing, String... command) {
    if (exists(command[0]) && run(command).exit() == 0) {
      return;
    }
    String reason = missing + ": .ci/clients installs it";
    if (System.getProperty("clients.required") != null) {
      fail(reason);
    }
    Assumptions.abort(reason);
  }

  /** Returns the output of the command. */
  String output(String... command) {
    Ended ended = run(command);
    assertThat(ended.exit()).as("%s%n%s", String.join(" ", command), ended.all()).isZero();
    return ended.output();
  }

  private Ended run(String... command) {
    try {
      Path output = Files.createTempFile("client", ".out");
      Path errors = Files.createTempFile("client", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      Ended ended =
          new Ended(
              process.exitValue(),
              Files.readString(output, StandardCharsets.UTF_8),
              Files.readString(errors, StandardCharsets.UTF_8));
      Files.delete(output);
      Files.delete(errors);
      return ended;
    } catch (IOException e) {
      throw new IllegalStateException(List.of(command).toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(List.of(command).toString(), e);
    }
  }

  private static boolean exists(String name) {
    for (String path : System.getenv("PATH").split(java.io.File.pathSeparator)) {
      if (Files.isExecutable(Path.of(path, name))) {
        return true;
      }
    }
    return false;
  }

  private record Ended(int exit, String output, String errors) {

    String all() {
      return output + errors;
    }
  }
}

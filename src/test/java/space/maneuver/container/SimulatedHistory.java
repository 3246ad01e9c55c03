package space.maneuver.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import space.maneuver.command.CommandLineProgram;

/** Two hundred days of an invented satellite with burns, as two-line element sets. */
final class SimulatedHistory {

  private SimulatedHistory() {}

  static String write(Path directory) throws IOException {
    int exit =
        CommandLineProgram.run(
            new String[] {
              "simulate",
              "--output",
              directory.toString(),
              "--objects",
              "1",
              "--regime",
              "LEO",
              "--days",
              "200",
              "--seed",
              "4"
            });
    if (exit != 0) {
      throw new IllegalStateException("simulate ended with " + exit);
    }
    return Files.readString(directory.resolve("simulated-00000/elsets.tle"));
  }
}

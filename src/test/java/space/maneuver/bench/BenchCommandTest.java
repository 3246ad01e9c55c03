package space.maneuver.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class BenchCommandTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--overload --stops 1",
        "--reloads 1 --soak 3",
        "--soak",
        "--format prose",
        "--catalogue --objects 0",
        "--catalogue --element-sets 5000"
      })
  void refusesWrongUsage(String arguments) {
    StringWriter err = new StringWriter();
    CommandLine line = new CommandLine(new BenchCommand()).setErr(new PrintWriter(err));

    assertThat(line.execute(arguments.split(" "))).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString()).contains("--");
  }

  @Test
  void usesTheSingularForOneConnection() {
    assertThat(ModelBench.single(1)).isEqualTo("HTTP JSON, 1 window, 1 connection");
    assertThat(ModelBench.single(64)).isEqualTo("HTTP JSON, 1 window, 64 connections");
  }
}

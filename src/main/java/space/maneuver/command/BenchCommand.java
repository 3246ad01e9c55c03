package space.maneuver.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures how fast this machine reads element sets and computes features.")
final class BenchCommand implements Callable<Integer> {

  /** How the result is printed. */
  enum Format {
    TABLE,
    JSON
  }

  @Spec private @Nullable CommandSpec command;

  @Option(names = "--quick", description = "Fewer objects and shorter spans; less exact.")
  private boolean quick;

  @Option(
      names = "--format",
      defaultValue = "TABLE",
      description = "table or json (default: table).")
  private Format format = Format.TABLE;

  private record Answer(String java, int processors, long maxHeapBytes, List<BenchRow> rows) {}

  @Override
  public Integer call() throws IOException {
    List<BenchRow> rows = measure();
    Runtime runtime = Runtime.getRuntime();
    Answer answer =
        new Answer(
            Runtime.version().toString(), runtime.availableProcessors(), runtime.maxMemory(), rows);
    PrintWriter out = Console.out(command);
    switch (format) {
      case TABLE -> print(answer, out);
      case JSON -> out.println(JsonMapper.shared().writeValueAsString(answer));
    }
    out.flush();
    return ExitCode.OK;
  }

  private List<BenchRow> measure() throws IOException {
    Path directory = Files.createTempDirectory("bench");
    try {
      return new ElementSetBench(directory, quick).run();
    } finally {
      FileSystemUtils.deleteRecursively(directory);
    }
  }

  private static void print(Answer answer, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "Java %s, %d processors, at most %,d MB of heap%n",
        answer.java,
        answer.processors,
        answer.maxHeapBytes >> 20);
    for (BenchRow row : answer.rows) {
      out.printf(
          Locale.ROOT,
          "%-46s %,10.0f %-28s %s%n",
          row.name(),
          row.value(),
          row.unit(),
          row.target());
    }
  }
}

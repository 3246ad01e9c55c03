package space.maneuver.spark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/** A process that runs Spark, on the Java of the tests. */
final class SparkProcess implements AutoCloseable {

  private static final int MINUTES = 15;
  private static final String HOME = System.getProperty("spark.home");
  private static final String JARS = HOME + "/jars/*";
  private static final String EXECUTOR = "CoarseGrainedExecutorBackend";

  private final Process process;
  private final Path err;

  /**
   * What a program answered.
   *
   * @param lines of its standard output
   */
  record Answer(int status, List<String> lines, String err) {}

  private SparkProcess(Path directory, String classPath, List<String> arguments)
      throws IOException {
    Files.createDirectories(directory);
    err = directory.resolve("err");
    String home = System.getProperty("java.home");
    List<String> command = new ArrayList<>(List.of(Path.of(home, "bin", "java").toString()));
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
    command.addAll(List.of("-Xmx1g", "-cp", classPath));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectError(err.toFile());
    builder.environment().put("SPARK_HOME", HOME);
    // The scripts of a distribution set it.
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("JAVA_HOME", home);
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("SPARK_LOCAL_DIRS", directory.resolve("local").toString());
    builder.environment().put("SPARK_WORKER_DIR", directory.resolve("work").toString());
    process = builder.start();
  }

  /**
   * Starts the job as spark-submit does.
   *
   * @param directory for whatever Spark writes
   * @param master such as {@code local-cluster[2,1,1024]}: two executors of one core and 1,024 MB
   */
  static SparkProcess submit(Path directory, String master, Object... arguments)
      throws IOException {
    List<String> all = new ArrayList<>();
    all.addAll(List.of("org.apache.spark.deploy.SparkSubmit", "--master", master));
    for (String setting :
        List.of(
            "spark.driver.host=127.0.0.1",
            "spark.driver.bindAddress=127.0.0.1",
            "spark.ui.enabled=false",
            "spark.ui.showConsoleProgress=false")) {
      all.addAll(List.of("--conf", setting));
    }
    all.addAll(List.of("--executor-memory", "1g", System.getProperty("spark.jar")));
    Arrays.stream(arguments).map(Objects::toString).forEach(all::add);
    return new SparkProcess(directory, JARS, all);
  }

  /** Starts {@link Tables}. */
  static SparkProcess tables(Path directory) throws IOException {
    Path classes = Path.of(HOME).resolveSibling("test-classes");
    return new SparkProcess(
        directory, JARS + File.pathSeparator + classes, List.of("space.maneuver.spark.Tables"));
  }

  /**
   * Starts the master or a worker of a standalone cluster.
   *
   * @param directory for whatever it writes
   * @param ready a text of its log that says it is usable
   */
  static SparkProcess daemon(Path directory, String ready, String mainClass, Object... arguments)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(mainClass, "--host", "127.0.0.1"));
    Arrays.stream(arguments).map(Objects::toString).forEach(all::add);
    SparkProcess started = new SparkProcess(directory, JARS, all);
    started.await(() -> started.err().contains(ready));
    return started;
  }

  /** Sends {@link Tables} a request and returns the answer. */
  List<String> ask(String... request) throws IOException {
    process.outputWriter(StandardCharsets.UTF_8).append(String.join(" ", request) + "\n").flush();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>();
    String line = out.readLine();
    while (line != null && !line.isEmpty()) {
      lines.add(line);
      line = out.readLine();
    }
    if (line == null) {
      throw new IllegalStateException("has ended: " + err());
    }
    return lines;
  }

  /** Waits for the end of the job. */
  Answer answer() throws IOException, InterruptedException {
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      close();
      throw new IllegalStateException("has not ended: " + err());
    }
    List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
    return new Answer(process.exitValue(), lines, err());
  }

  private String err() {
    try {
      return Files.readString(err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits until a task has finished.
   *
   * @param reports directory into which tasks write
   * @throws IllegalStateException if the job ends before
   */
  void awaitTask(Path reports) throws InterruptedException {
    await(() -> hasPart(reports));
  }

  /** Waits until no process is left of those that this one started. */
  void awaitChildren() throws InterruptedException {
    await(() -> process.children().findAny().isEmpty());
  }

  private void await(BooleanSupplier state) throws InterruptedException {
    while (!state.getAsBoolean()) {
      if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("has ended: " + err());
      }
    }
  }

  private static boolean hasPart(Path reports) {
    if (!Files.isDirectory(reports)) {
      return false;
    }
    try (Stream<Path> files = Files.list(reports)) {
      return files.anyMatch(file -> file.getFileName().toString().startsWith("part-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  /** The processes of the executors. */
  List<ProcessHandle> executors() {
    return process
        .descendants()
        .filter(each -> each.info().commandLine().orElse("").contains(EXECUTOR))
        .toList();
  }

  /** Kills the process without a chance to clean up, and waits for its executors to end. */
  @Override
  public void close() {
    List<ProcessHandle> executors = executors();
    process.destroyForcibly().onExit().join();
    executors.forEach(each -> each.onExit().join());
  }
}

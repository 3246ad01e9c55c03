package space.maneuver.bench.measurement;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** The service in a separate process, from the same jar or class path as this one. */
public final class ServerProcess implements AutoCloseable {

  private static final String PROGRAM = "space.maneuver.Application";
  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
  private static final int GOOD = 200;
  private static final int LOG_LINES = 20;

  private final Process process;
  private final InetSocketAddress address;
  private final Path log;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Duration readyAfter;

  private ServerProcess(List<String> command, InetSocketAddress address, Path log)
      throws IOException {
    this.address = address;
    this.log = log;
    long start = System.nanoTime();
    process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      awaitReady();
    } catch (IOException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
    readyAfter = Duration.ofNanos(System.nanoTime() - start);
  }

  /**
   * Starts the service and waits until it is ready.
   *
   * @param directory directory for its log
   * @param virtualMachine options of the JVM
   * @param settings settings as {@code --name=value}
   * @throws IOException if it does not get ready within three minutes
   */
  public static ServerProcess start(
      Path directory, List<String> virtualMachine, List<String> settings) throws IOException {
    InetSocketAddress address = freeAddress();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (Runtime.version().feature() >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(virtualMachine);
    command.addAll(program());
    command.add("serve");
    command.add("--server.address=" + address.getAddress().getHostAddress());
    command.add("--server.port=" + address.getPort());
    // The access log of millions of requests would fill the disk.
    command.add("--logging.level.space.maneuver.access=OFF");
    command.addAll(settings);
    if (settings.stream().noneMatch(setting -> setting.startsWith("--maneuver.store."))) {
      command.add("--maneuver.store.directory=" + directory.resolve("store-" + address.getPort()));
    }
    return new ServerProcess(command, address, Files.createTempFile(directory, "server", ".log"));
  }

  private static List<String> program() {
    String classPath = System.getProperty("java.class.path");
    return classPath.contains(File.pathSeparator) || !classPath.endsWith(".jar")
        ? List.of("-cp", classPath, PROGRAM)
        : List.of("-jar", classPath);
  }

  private static InetSocketAddress freeAddress() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
    }
  }

  private void awaitReady() throws IOException {
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      try {
        if (get("/actuator/health/readiness").statusCode() == GOOD) {
          return;
        }
      } catch (IOException e) {
        // The service is not listening yet.
      }
      Sleep.pause(Duration.ofMillis(20));
    }
    throw new IOException("the server did not become ready:\n" + tailOfLog());
  }

  /** Sends a GET request and returns the reply. */
  public HttpResponse<String> get(String path) throws IOException {
    URI uri = URI.create("http://" + address.getHostString() + ":" + address.getPort() + path);
    try {
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).build();
      return client.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Returns the address that the service listens on. */
  public InetSocketAddress address() {
    return address;
  }

  /** Returns the time from the start of the process until readiness. */
  public Duration readyAfter() {
    return readyAfter;
  }

  /** Returns the CPU time so far, as reported by the operating system. */
  public Duration cpu() {
    return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Returns the resident memory, bytes; empty if the system does not report it. */
  public OptionalLong residentBytes() {
    try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /** Sends SIGTERM, which starts a graceful shutdown. */
  public void stop() {
    process.destroy();
  }

  /** Kills the process. */
  public void kill() {
    process.destroyForcibly();
  }

  /** Waits for the process to exit and returns whether it did within a minute. */
  public boolean awaitEnd() {
    try {
      return process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Returns all log lines. */
  List<String> log() throws IOException {
    return Files.readAllLines(log);
  }

  String tailOfLog() throws IOException {
    List<String> lines = log();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
  }

  @Override
  public void close() {
    stop();
    if (!awaitEnd()) {
      kill();
    }
  }
}

package space.maneuver.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import space.maneuver.features.gap.ElementSetFeatures;
import space.maneuver.orbit.ElementSetStore;
import space.maneuver.orbit.History;
import space.maneuver.orbit.OrbitRegime;
import space.maneuver.orbit.format.ElementSetReader;

/** Measures speed and memory of reading element sets and computing features. */
final class ElementSetBench {

  private static final String RATE = "element sets per CPU second";
  private static final double LEAST_READ = 100_000;
  private static final double LEAST_NEAR_EARTH = 20_000;
  private static final double LEAST_DEEP_SPACE = 10_000;
  private static final double MOST_BYTES = 200;
  private static final double MOST_MEGABYTES = 256;
  private static final double MEGABYTE = 1 << 20;

  private static final String CATALOGUE = "catalogue.tle";
  private static final int FEW = 100;
  private static final int MANY = 5000;
  private static final int MANY_QUICK = 200;

  private final Path directory;
  private final double seconds;
  private final double warmUp;
  private final int many;

  /**
   * Prepares the measurement.
   *
   * @param directory directory for files of up to 100 MB
   * @param quick whether to measure for a shorter time and with fewer objects
   */
  ElementSetBench(Path directory, boolean quick) {
    this.directory = directory;
    this.seconds = quick ? 0.3 : 1;
    this.warmUp = quick ? 0.8 : 1.5;
    this.many = quick ? MANY_QUICK : MANY;
  }

  List<BenchRow> run() throws IOException {
    BenchCatalogue nearEarth = new BenchCatalogue(OrbitRegime.LEO);
    BenchCatalogue deepSpace =
        new BenchCatalogue(OrbitRegime.GEO, OrbitRegime.MEO, OrbitRegime.HEO);
    Path tle = directory.resolve("few.tle");
    Path json = directory.resolve("few.json");
    nearEarth.writeTle(tle, FEW);
    nearEarth.writeJson(json, FEW);
    List<BenchRow> rows = new ArrayList<>();
    rows.add(reading("read TLE", tle));
    rows.add(reading("read GP JSON", json));
    rows.add(features("near-Earth", nearEarth, FEW, LEAST_NEAR_EARTH));
    rows.add(features("near-Earth", nearEarth, many, LEAST_NEAR_EARTH));
    rows.addAll(memory());
    rows.add(features("deep-space", deepSpace, FEW, LEAST_DEEP_SPACE));
    rows.add(features("deep-space", deepSpace, many, LEAST_DEEP_SPACE));
    return rows;
  }

  private BenchRow reading(String name, Path file) throws IOException {
    byte[] document = Files.readAllBytes(file);
    CpuClock.Work read = () -> read(new ByteArrayInputStream(document));
    CpuClock.rate(warmUp, read);
    return BenchRow.atLeast(name, CpuClock.rate(seconds, read), RATE, LEAST_READ);
  }

  private static long read(InputStream in) throws IOException {
    long[] count = new long[1];
    ElementSetReader.read(in, null, good -> count[0]++, bad -> {});
    return count[0];
  }

  private BenchRow features(String regime, BenchCatalogue catalogue, int objects, double least)
      throws IOException {
    Path file = directory.resolve(CATALOGUE);
    catalogue.writeTle(file, objects);
    System.gc();
    heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    CpuClock.Work work = () -> features(store(file));
    if (objects == FEW) {
      CpuClock.rate(warmUp, work);
    }
    double rate = CpuClock.rate(seconds, work);
    String name =
        String.format(Locale.ROOT, "read TLE + features, %s, %,d objects", regime, objects);
    return BenchRow.atLeast(name, rate, RATE, least);
  }

  private static ElementSetStore store(Path file) throws IOException {
    ElementSetStore store = new ElementSetStore(ElementSetStore.USUAL_LIMIT);
    try (InputStream in = Files.newInputStream(file)) {
      ElementSetReader.read(in, null, store::add, bad -> {});
    }
    return store;
  }

  private static long features(ElementSetStore store) {
    long done = 0;
    for (History history : store.histories()) {
      done += ElementSetFeatures.of(history).size();
    }
    return done;
  }

  /** Measures the memory of the last catalogue, whose features have just been computed. */
  private List<BenchRow> memory() throws IOException {
    long peak = heapPools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    long before = used();
    ElementSetStore store = store(directory.resolve(CATALOGUE));
    List<History> histories = store.histories();
    long after = used();
    String objects = String.format(Locale.ROOT, "%,d objects", histories.size());
    return List.of(
        BenchRow.atMost("heap in use, " + objects, after / MEGABYTE, "MB", MOST_MEGABYTES),
        BenchRow.atMost(
            "of which per element set",
            (double) (after - before) / store.size(),
            "bytes",
            MOST_BYTES),
        BenchRow.of("peak heap, garbage included, " + objects, peak / MEGABYTE, "MB"));
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static List<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  /** Measures rates by the CPU time of the current thread. */
  private static final class CpuClock {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double NANOSECONDS = 1e9;

    private CpuClock() {}

    /** Repeatable work. */
    public interface Work {

      /** Does the work once and returns the number of element sets. */
      long run() throws IOException;
    }

    /**
     * Returns the element sets per second of CPU time.
     *
     * @param seconds CPU time to repeat the work for, s; it is done at least once
     */
    public static double rate(double seconds, Work work) throws IOException {
      long start = THREADS.getCurrentThreadCpuTime();
      long elapsed;
      long done = 0;
      do {
        done += work.run();
        elapsed = THREADS.getCurrentThreadCpuTime() - start;
      } while (elapsed < seconds * NANOSECONDS);
      return done * NANOSECONDS / elapsed;
    }
  }
}

package space.maneuver.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import space.maneuver.catalogue.Catalogue;
import space.maneuver.catalogue.StoreSettings;
import space.maneuver.catalogue.maneuvers.Change;
import space.maneuver.catalogue.maneuvers.ChangeQuery;
import space.maneuver.catalogue.maneuvers.KeptManeuver;
import space.maneuver.catalogue.maneuvers.KeptManeuver.KeptStatus;
import space.maneuver.catalogue.maneuvers.ListedManeuver;
import space.maneuver.catalogue.maneuvers.ManeuverQuery;
import space.maneuver.catalogue.maneuvers.ManeuverQuery.Order;
import space.maneuver.catalogue.search.SearchRound;
import space.maneuver.catalogue.search.SearchRound.Result;
import space.maneuver.detection.Detector;
import space.maneuver.detection.reconstruction.Maneuver;
import space.maneuver.detection.reconstruction.Maneuver.Kind;
import space.maneuver.detection.reconstruction.Maneuver.Status;
import space.maneuver.math.Medians;
import space.maneuver.orbit.History;
import space.maneuver.orbit.format.ElementSetReader;
import space.maneuver.orbit.format.PublishedElementSet;

/**
 * Stores a file in a catalogue day by day and searches after each day: after the last day, the
 * confirmed maneuvers must be those of one search of the whole file.
 */
final class ReplayProof implements Proof {

  private static final double LEAST_SHARE = 99;
  private static final Duration SAME = Duration.ofHours(1);
  private static final Duration RESEARCH = Duration.ofDays(90);
  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
  private static final int PAGE = 1_000;
  private static final int QUICK_OBJECTS = 20;

  private final Path file;
  private final boolean quick;

  /**
   * @param file element sets of any number of objects
   * @param quick whether to replay only {@value #QUICK_OBJECTS} of the objects
   */
  ReplayProof(Path file, boolean quick) {
    this.file = file;
    this.quick = quick;
  }

  @Override
  public int stages() {
    return 2;
  }

  @Override
  public List<BenchRow> run(Path directory, Consumer<String> progress) throws IOException {
    Map<Integer, List<PublishedElementSet>> objects = read();
    try (Detector detector = Detector.open("maneuver-lstm");
        Catalogue catalogue = Catalogue.open(StoreSettings.embedded(directory.resolve("replay")))) {
      progress.accept("day by day");
      Replay replay = replay(objects, catalogue, detector);
      progress.accept("all at once");
      return rows(replay, objects, catalogue, detector);
    }
  }

  private Map<Integer, List<PublishedElementSet>> read() throws IOException {
    Map<Integer, List<PublishedElementSet>> objects = new TreeMap<>();
    try (InputStream in = Files.newInputStream(file)) {
      ElementSetReader.readPublished(
          in,
          null,
          ElementSetReader.MOST_INFLATED,
          next -> objects.computeIfAbsent(next.noradId(), id -> new ArrayList<>()).add(next),
          bad -> {});
    }
    if (quick) {
      List<Integer> numbers = List.copyOf(objects.keySet());
      int step = Math.max(1, numbers.size() / QUICK_OBJECTS);
      for (int i = 0; i < numbers.size(); i++) {
        if (i % step != 0 || i / step >= QUICK_OBJECTS) {
          objects.remove(numbers.get(i));
        }
      }
    }
    return objects;
  }

  /** What the replay took. */
  private record Replay(int days, long searches, double seconds) {}

  private static Replay replay(
      Map<Integer, List<PublishedElementSet>> objects, Catalogue catalogue, Detector detector)
      throws IOException {
    Map<Long, List<PublishedElementSet>> days = new TreeMap<>();
    for (List<PublishedElementSet> each : objects.values()) {
      for (PublishedElementSet next : each) {
        days.computeIfAbsent(
                Math.floorDiv(next.epoch().toEpochMilli(), DAY_MILLIS), day -> new ArrayList<>())
            .add(next);
      }
    }
    SearchRound round = new SearchRound(catalogue, RESEARCH, Clock.systemUTC());
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService searchers = Executors.newFixedThreadPool(threads);
    long searches = 0;
    long start = System.nanoTime();
    try {
      for (List<PublishedElementSet> day : days.values()) {
        catalogue.store(day, "replay");
        List<Callable<Result>> work = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
          work.add(() -> round.searchAll(detector));
        }
        for (Future<Result> done : searchers.invokeAll(work)) {
          searches += done.get().objects();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IOException("a search failed", e.getCause());
    } finally {
      searchers.shutdownNow();
    }
    return new Replay(days.size(), searches, (System.nanoTime() - start) / 1e9);
  }

  private static List<BenchRow> rows(
      Replay replay,
      Map<Integer, List<PublishedElementSet>> objects,
      Catalogue catalogue,
      Detector detector) {
    int elementSets = 0;
    int expected = 0;
    int found = 0;
    int kept = 0;
    List<Double> delays = new ArrayList<>();
    for (Map.Entry<Integer, List<PublishedElementSet>> object : objects.entrySet()) {
      elementSets += object.getValue().size();
      List<Instant> whole = confirmed(object.getValue(), detector);
      List<KeptManeuver> inCatalogue = confirmed(object.getKey(), catalogue);
      expected += whole.size();
      found += same(whole, inCatalogue);
      kept += inCatalogue.size();
      for (KeptManeuver each : inCatalogue) {
        Instant first =
            catalogue
                .maneuvers()
                .revisions(each.id())
                .get(0)
                .maneuver()
                .maneuver()
                .newestElementSet();
        delays.add(Duration.between(each.figures().epoch(), first).toMillis() / 3.6e6);
      }
    }
    Told told = told(catalogue);
    return List.of(
        BenchRow.of("objects", objects.size(), ""),
        BenchRow.of("element sets", elementSets, ""),
        BenchRow.of("days", replay.days, ""),
        BenchRow.of("searches", replay.searches, ""),
        BenchRow.of("time of storing and searching", replay.seconds, "s"),
        BenchRow.of("confirmed in one search of everything", expected, "maneuvers"),
        BenchRow.atLeast(
            "of these confirmed in the catalogue, within 1 h",
            share(found, expected),
            "%",
            LEAST_SHARE),
        BenchRow.of("confirmed in the catalogue only", (double) kept - found, "maneuvers"),
        BenchRow.of("reported", told.reported, "maneuvers"),
        BenchRow.of("of these withdrawn at the end", share(told.withdrawn, told.reported), "%"),
        BenchRow.of(
            "changes a maneuver", told.reported == 0 ? 0 : told.changes / told.reported, ""),
        BenchRow.of(
            "newest element set at the first report",
            Medians.of(delays.stream().mapToDouble(Double::doubleValue).toArray()),
            "h after the epoch, median"));
  }

  private static double share(double part, double whole) {
    return whole == 0 ? 100 : 100 * part / whole;
  }

  private static List<Instant> confirmed(List<PublishedElementSet> history, Detector detector) {
    return detector
        .detect(History.of(history.stream().map(PublishedElementSet::toElementSet).toList()))
        .maneuvers()
        .stream()
        .filter(each -> each.status() == Status.CONFIRMED && Kind.LISTED.contains(each.kind()))
        .map(Maneuver::epoch)
        .toList();
  }

  private static List<KeptManeuver> confirmed(int noradId, Catalogue catalogue) {
    return pages(catalogue, Set.of(noradId), EnumSet.of(KeptStatus.CONFIRMED));
  }

  private static List<KeptManeuver> pages(
      Catalogue catalogue, Set<Integer> noradIds, Set<KeptStatus> statuses) {
    List<KeptManeuver> all = new ArrayList<>();
    ManeuverQuery query =
        new ManeuverQuery(
            noradIds,
            Set.of(),
            null,
            Kind.LISTED,
            statuses,
            null,
            null,
            null,
            null,
            Order.OLDEST_EPOCH,
            PAGE,
            null);
    while (true) {
      ManeuverQuery.Page page = catalogue.maneuvers().list(query);
      page.maneuvers().stream().map(ListedManeuver::maneuver).forEach(all::add);
      if (page.next() == null) {
        return all;
      }
      query = query.from(Objects.requireNonNull(page.next()));
    }
  }

  /** Number of maneuvers that both have, each counted once. */
  private static int same(List<Instant> whole, List<KeptManeuver> kept) {
    List<Instant> left =
        new ArrayList<>(kept.stream().map(each -> each.figures().epoch()).toList());
    int same = 0;
    for (Instant each : whole) {
      Instant near =
          left.stream()
              .filter(other -> Duration.between(each, other).abs().compareTo(SAME) <= 0)
              .findFirst()
              .orElse(null);
      if (near != null) {
        left.remove(near);
        same++;
      }
    }
    return same;
  }

  /** What the feed told in all. */
  private record Told(double changes, double reported, double withdrawn) {}

  private static Told told(Catalogue catalogue) {
    int changes = 0;
    ChangeQuery query =
        new ChangeQuery(
            0, Set.of(), null, Kind.LISTED, EnumSet.noneOf(Change.Type.class), null, true, PAGE);
    long newest = catalogue.maneuvers().newestChange();
    for (long after = 0; after < newest; ) {
      ChangeQuery.Page page = catalogue.maneuvers().changes(query.after(after));
      changes += page.changes().size();
      after = page.last();
    }
    return new Told(
        changes,
        pages(catalogue, Set.of(), EnumSet.allOf(KeptStatus.class)).size(),
        pages(catalogue, Set.of(), EnumSet.of(KeptStatus.WITHDRAWN)).size());
  }
}

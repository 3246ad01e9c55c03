package space.maneuver.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import space.maneuver.orbit.ElementSetStore.TooManyElementSetsException;
import space.maneuver.testing.ElementSetBuilder;
import space.maneuver.testing.RandomElements;

class ElementSetStoreTest {

  private static final int MOST_BYTES = 200;

  private final ElementSetStore store = new ElementSetStore(ElementSetStore.USUAL_LIMIT);

  @Test
  void givesTheHistoriesOfObjectsInAnyOrderBackToTheBit() {
    List<ElementSet> elements = new ArrayList<>();
    for (int object = 0; object < 40; object++) {
      List<ElementSet> same = history(1 + 7919 * (40 - object), 150, "Ünïcode " + object);
      elements.addAll(same);
    }
    Collections.shuffle(elements, new Random(1));
    elements.forEach(store::add);

    assertThat(store.size()).isEqualTo(elements.size());
    assertThat(store.histories()).isEqualTo(histories(elements));
  }

  @Test
  void keepsNamesThatComeAndGo() {
    for (String name : new String[] {"OLD", null, "NEW", "NEW", "OLD"}) {
      store.add(named(5, store.size(), name));
    }
    store.add(named(6, 9, "x".repeat(500)));

    assertThat(store.histories().get(0).elements())
        .extracting(ElementSet::name)
        .containsExactly("OLD", null, "NEW", "NEW", "OLD");
    assertThat(store.histories().get(1).name()).isEqualTo("x".repeat(80));
  }

  @Test
  void holdsNothingWhenItTookNothing() {
    assertThat(store.histories()).isEmpty();
  }

  @Test
  void refusesMoreThanItsLimit() {
    ElementSetStore small = new ElementSetStore(2);
    small.add(named(5, 0, null));
    small.add(named(5, 1, null));

    assertThatExceptionOfType(TooManyElementSetsException.class)
        .isThrownBy(() -> small.add(named(5, 2, null)))
        .withMessageContaining("more than 2 element sets");
    assertThat(small.size()).isEqualTo(2);
  }

  @Test
  void takesFewBytesForAnElementSet() {
    List<ElementSet> elements =
        Stream.iterate(0L, tick -> tick + 1)
            .limit(120)
            .map(tick -> named(25544, tick, "ISS (ZARYA)"))
            .toList();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int object = 0; object < 500; object++) {
      elements.forEach(store::add);
    }
    store.histories();
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(bytes / store.size()).isBetween(1L, (long) MOST_BYTES);
  }

  private static List<ElementSet> history(int noradId, int size, String name) {
    RandomElements random = new RandomElements(new Random(noradId));
    return Stream.generate(random::next)
        .limit(size)
        .map(each -> each.withObject(noradId, name))
        .toList();
  }

  private static ElementSet named(int noradId, long epochTicks, @Nullable String name) {
    Instant epoch = Ticks.toInstant(epochTicks);
    return ElementSetBuilder.at(epoch.toString()).build().withObject(noradId, name);
  }

  private static List<History> histories(List<ElementSet> elements) {
    Map<Integer, List<ElementSet>> byObject = new LinkedHashMap<>();
    for (ElementSet each : elements) {
      byObject.computeIfAbsent(each.noradId(), unseen -> new ArrayList<>()).add(each);
    }
    return byObject.values().stream().map(History::of).toList();
  }
}

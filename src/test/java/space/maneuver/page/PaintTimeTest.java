package space.maneuver.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import space.maneuver.testing.SimulatedTles;

/**
 * A tool that prints the time from the last byte of a response until the page has painted all of
 * it: {@code mvn test -Dtest=PaintTimeTest -Dpaint.times}. It measures and never fails for
 * slowness.
 */
@Tag("tool")
@EnabledIfSystemProperty(
    named = "paint.times",
    matches = ".*",
    disabledReason = "a tool: -Dpaint.times prints how long painting takes")
class PaintTimeTest extends BrowserTest {

  @Test
  void objectOf8000ElementSets() {
    print("one object of 8,000 element sets", SimulatedTles.long8000());
  }

  @Test
  void catalogueOf2000Objects() {
    print("2,000 objects of 60 to 79 element sets", SimulatedTles.objects(2_000));
  }

  private void print(String what, String elementSets) {
    visit("");
    choose("history.tle", elementSets);
    waitForPlots(5);
    page.waitForFunction("performance.getEntriesByName('painted').length");
    Number millis =
        (Number) page.evaluate("performance.getEntriesByName('painted').at(-1).duration");

    System.out.printf("painted after %.0f ms: %s%n", millis.doubleValue(), what);
    assertThat(millis.doubleValue()).isPositive();
  }
}

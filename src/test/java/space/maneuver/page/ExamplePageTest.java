package space.maneuver.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExamplePageTest extends BrowserTest {

  private static final int PLOTS = 5;

  @Test
  void exampleShowsItsPlotsAndManeuvers() {
    visit("");
    page.click("#example");
    waitForPlots(PLOTS);

    assertThat(inked()).hasSize(PLOTS).allSatisfy(share -> assertThat(share).isGreaterThan(0.005));
    int found = answered(-1);
    assertThat(facts()).contains("LEO", found + " maneuvers");
    assertThat(maneuvers().count()).isEqualTo(found);
    assertThat(maneuvers().first().textContent())
        .containsPattern("confirmed.*in-track.*[+−][0-9.]+ ± [0-9.]+");
    assertThat(page.locator("#object tr.provisional").textContent()).contains("provisional");
    assertThat(page.evaluate("location.hash")).isEqualTo("#source=example");
  }

  @Test
  void thresholdFiltersManeuversAtOnce() {
    showExample();
    String before = facts();

    slide("0");
    assertThat(facts()).contains(answered(0) + " maneuvers");
    List<Double> many = inked();
    slide("1");
    assertThat(facts()).contains(": 0 maneuvers");
    assertThat(page.locator("#object tbody").textContent()).contains("No maneuver reaches");
    assertThat(inked().get(0)).isLessThan(many.get(0));
    page.click("#model-threshold");

    assertThat(facts()).isEqualTo(before);
  }

  @Test
  void dragZoomsAllPlotsAndDoubleClickShowsTheEntireHistory() {
    showExample();
    BoundingBox plot = page.locator(".u-over").nth(1).boundingBox();
    page.mouse().move(plot.x + plot.width * 0.3, plot.y + 10);
    page.mouse().down();
    page.mouse().move(plot.x + plot.width * 0.5, plot.y + 10);
    page.mouse().up();

    assertThat(shownDays()).isBetween(60.0, 100.0);
    assertThat(leftmostReadings()).hasSize(PLOTS).containsOnly(leftmostReadings().get(0));
    assertThat(page.evaluate("location.hash").toString()).contains("from=2010-", "to=2010-");

    page.locator(".u-over").nth(3).dblclick();
    assertThat(shownDays()).isGreaterThan(380);
    assertThat(page.evaluate("location.hash").toString()).doesNotContain("from=");
  }

  @Test
  void cursorReadsAllPlotsTogether() {
    showExample();
    page.locator(".u-over").nth(2).hover();

    assertThat(page.locator(".plot-title .now").allTextContents())
        .satisfiesExactly(
            text -> assertThat(text).contains("km altitude"),
            text -> assertThat(text).endsWith("°"),
            text -> assertThat(text).startsWith("0.000"),
            text -> assertThat(text).endsWith(" σ"),
            text -> assertThat(text).matches("[01]\\.\\d{4}"));
    assertThat(page.locator(".reading").textContent()).contains("UTC");
  }

  @Test
  void keyboardReadsAndZooms() {
    showExample();
    page.locator(".plots").focus();
    page.keyboard().press("Home");
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("#status").textContent()).contains("Inclination, deg 90.");
    page.keyboard().press("+");
    assertThat(shownDays()).isBetween(190.0, 210.0);
    page.keyboard().press("0");
    assertThat(shownDays()).isGreaterThan(380);
  }

  @Test
  void linkRestoresTheView() {
    showExample();
    slide("0.9");
    maneuvers().nth(1).locator("button").click();
    page.click("[data-plots=windows]");
    waitForPlots(2);
    String seen = facts();
    String hash = page.evaluate("location.hash").toString();
    double days = shownDays();

    visit(hash);
    waitForPlots(2);

    assertThat(facts()).isEqualTo(seen);
    assertThat(shownDays()).isCloseTo(days, within(2.0));
    assertThat(inked()).allSatisfy(share -> assertThat(share).isGreaterThan(0.005));
  }

  @Test
  void modelIsShownWithItsMetricsSchemaAndCard() {
    visit("");
    page.click("#show-model");
    Locator figures = page.locator("#model-view .uplot canvas");
    figures.first().waitFor();

    assertThat(page.locator("#model-view figure").count()).isEqualTo(4);
    page.click("#schema summary");
    assertThat(page.locator("#schema tbody").textContent()).contains("F1dT");
    page.click("#card summary");
    assertThat(page.locator("#card table").count()).isPositive();
    page.selectOption("#model-shown", "maneuver-lstm-daily");
    page.locator("h2:has-text('maneuver-lstm-daily')").waitFor();
    assertThat(page.evaluate("location.hash").toString()).contains("model=maneuver-lstm-daily");
  }

  private void slide(String value) {
    page.locator("#threshold").fill(value);
  }

  /**
   * Returns the number of maneuvers that the service reports for the example; below 0: at its
   * threshold.
   */
  private int answered(double least) {
    return ((Number)
            page.evaluate(
                """
                async (least) => {
                  const body = await (await fetch('page/example.tle')).text();
                  const query = least < 0 ? '' : `?minConfidence=${least}`;
                  const answer = await fetch(`api/v1/detections${query}`,
                      {method: 'POST', headers: {'Content-Type': 'text/plain'}, body});
                  return (await answer.json()).objects[0].maneuvers.length;
                }
                """,
                least))
        .intValue();
  }

  /** Returns the values shown with the cursor at the left end of each plot. */
  private List<String> leftmostReadings() {
    return IntStream.range(0, PLOTS)
        .mapToObj(
            i -> {
              page.locator(".u-over").nth(i).hover(new Locator.HoverOptions().setPosition(1, 20));
              return page.locator(".reading strong").textContent();
            })
        .toList();
  }

  private double shownDays() {
    return Double.parseDouble(page.locator("#span").textContent().split(" ")[0]);
  }
}

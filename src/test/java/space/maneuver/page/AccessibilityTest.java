package space.maneuver.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import space.maneuver.testing.SimulatedTles;

class AccessibilityTest extends BrowserTest {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void everyViewIsAccessible(ColorScheme scheme) {
    open(new Browser.NewContextOptions().setViewportSize(1280, 900).setColorScheme(scheme));
    showExample();
    check("one object");
    page.click("[data-plots=windows]");
    check("windows");
    choose("many.tle", "1 80000U broken\n" + SimulatedTles.objects(30));
    page.locator("#objects").waitFor();
    waitForPlots(1);
    page.click("#rejected summary");
    check("several objects");
    choose("words.txt", "once upon a time\n");
    page.locator(".problem").waitFor();
    page.click("#paste-open");
    check("problem");
    page.click("#show-model");
    page.locator("#model-view .uplot").first().waitFor();
    page.click("#schema summary");
    page.click("#card summary");
    check("model");
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void phoneNeedsNoHorizontalScrolling(ColorScheme scheme) {
    open(new Browser.NewContextOptions().setViewportSize(360, 740).setColorScheme(scheme));
    showExample();

    assertThat(inked()).allSatisfy(share -> assertThat(share).isGreaterThan(0.005));
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    check("phone");
  }

  private void check(String view) {
    assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations())
        .as(view)
        .extracting(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
        .isEmpty();
  }
}

package space.maneuver.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A tool that takes the screenshots of the README: {@code mvn test -Dtest=ScreenshotsTest
 * -Dscreenshots=DIRECTORY}.
 */
@Tag("tool")
@EnabledIfSystemProperty(
    named = "screenshots",
    matches = ".+",
    disabledReason = "a tool: -Dscreenshots=DIRECTORY writes the README's pictures")
class ScreenshotsTest extends BrowserTest {

  private final Path directory = Path.of(System.getProperty("screenshots", "target"));

  @Test
  void historyOnADesktop() {
    showExample();
    page.locator(".u-over").nth(3).hover();
    take("history.png");
  }

  @Test
  void closeUpInDarkMode() {
    open(
        new Browser.NewContextOptions().setViewportSize(390, 844).setColorScheme(ColorScheme.DARK));
    showExample();
    maneuvers().nth(4).locator("button").click();
    page.locator("#object h2").scrollIntoViewIfNeeded();
    page.evaluate("document.getElementById('object').scrollIntoView()");
    take("phone-dark.png");
  }

  @Test
  void model() {
    visit("#show=model");
    page.locator("#model-view .uplot").nth(3).waitFor();
    take("model.png");
  }

  private void take(String name) {
    byte[] png = page.screenshot(new Page.ScreenshotOptions().setPath(directory.resolve(name)));
    assertThat(png).hasSizeGreaterThan(10_000);
  }
}

package space.maneuver.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "maneuver.security.api-key=sesame")
class ApiKeyPageTest extends BrowserTest {

  @Test
  void keyIsAskedForOnceAndKeptForTheTab() {
    visit("#source=example");
    page.locator("#key-dialog[open]").waitFor();
    page.fill("#key", "wrong");
    page.keyboard().press("Enter");
    page.locator("#key-dialog[open]").waitFor();
    page.fill("#key", "sesame");
    page.keyboard().press("Enter");
    waitForPlots(5);

    visit("#source=example");
    waitForPlots(5);
    assertThat(page.locator("#key-dialog[open]").count()).isZero();
  }

  @Test
  void withoutTheKeyThePageSaysSo() {
    visit("");
    page.locator("#key-dialog[open]").waitFor();
    page.click("#key-dialog button:has-text('Cancel')");

    page.locator(".problem[data-code=unauthorized]").waitFor();
  }
}

package space.maneuver.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "maneuver.security.api-key=sesame")
class ApiKeyPageTest extends BrowserTest {

  @Test
  void keyIsRequestedOnceAndKeptForTheTab() {
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
  void missingKeyIsReported() {
    visit("");
    page.locator("#key-dialog[open]").waitFor();
    page.click("#key-dialog button:has-text('Cancel')");

    page.locator(".problem[data-code=unauthorized]").waitFor();
  }

  @Test
  void openApiDocumentNeedsNoKeyAndSwaggerUiAcceptsOne() {
    visit("");
    page.click("#key-dialog button:has-text('Cancel')");
    page.click("nav a:has-text('API')");
    page.click(".authorize.unlocked >> nth=0");
    String key = ".auth-container:has(code:text-is('X-API-Key')) ";
    page.fill(key + "input", "sesame");
    page.click(key + ".authorize");
    page.click(key + ".btn-done");
    page.click("#operations-Models-listModels .opblock-summary-control");
    page.click("#operations-Models-listModels .try-out__btn");
    page.click("#operations-Models-listModels .execute");

    assertThat(
            page.locator("#operations-Models-listModels .live-responses-table .response")
                .first()
                .textContent())
        .contains("200", "maneuver-lstm");
  }
}

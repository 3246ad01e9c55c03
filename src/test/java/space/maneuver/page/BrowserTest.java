package space.maneuver.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import space.maneuver.web.HttpTest;

/**
 * A test in a browser, with a new page each; anything the browser reports, such as a violated
 * policy, is a failure.
 */
@HttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest {

  /** Allows for a slow analysis on a busy machine. */
  private static final double PATIENCE_MS = 180_000;

  @LocalServerPort private int port;

  private Chromium chromium;
  private BrowserContext context;
  private final List<String> complaints = new ArrayList<>();

  Page page;

  @BeforeAll
  void startBrowser() {
    chromium = Chromium.start();
  }

  @AfterAll
  void stopBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void openPage() {
    open(new Browser.NewContextOptions().setViewportSize(1280, 900));
  }

  @AfterEach
  void closePage() {
    context.close();
    assertThat(complaints).isEmpty();
  }

  /** Replaces the page by one in another kind of window. */
  void open(Browser.NewContextOptions options) {
    if (context != null) {
      context.close();
    }
    complaints.clear();
    context = chromium.browser().newContext(options);
    context.setDefaultTimeout(PATIENCE_MS);
    page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          // A browser reports every error response, even one that the page expects.
          if (message.type().equals("error") && !message.text().startsWith("Failed to load")) {
            complaints.add(message.text());
          }
        });
  }

  void visit(String hash) {
    page.navigate("about:blank");
    page.navigate("http://localhost:" + port + "/" + hash);
  }

  void choose(String name, String content) {
    page.setInputFiles(
        "#files", new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8)));
  }

  void showExample() {
    visit("#source=example");
    waitForPlots(5);
  }

  void waitForPlots(int number) {
    page.locator(".plot canvas").nth(number - 1).waitFor();
    page.locator("#progress")
        .waitFor(
            new Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
  }

  /** Returns, for each plot, the fraction of pixels that differ from the most frequent color. */
  @SuppressWarnings("unchecked")
  List<Double> inked() {
    return ((List<Number>)
            page.evaluate(
                """
                async () => {
                  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
                  return [...document.querySelectorAll('.plot canvas')].map((canvas) => {
                    const data = new Uint32Array(canvas.getContext('2d')
                        .getImageData(0, 0, canvas.width, canvas.height).data.buffer);
                    const counts = new Map();
                    for (const pixel of data) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
                    return 1 - Math.max(...counts.values()) / data.length;
                  });
                }
                """))
        .stream().map(Number::doubleValue).toList();
  }

  /** Returns the facts shown about the object. */
  String facts() {
    return page.locator("#object .facts").textContent();
  }

  Locator maneuvers() {
    return page.locator("#object tbody tr");
  }
}

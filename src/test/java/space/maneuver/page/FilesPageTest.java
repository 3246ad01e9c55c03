package space.maneuver.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import space.maneuver.testing.SimulatedTles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FilesPageTest extends BrowserTest {

  @Test
  void droppedFileOf8000ElementSetsIsShownCompletely() {
    visit("");
    drop("long.tle", SimulatedTles.long8000());
    waitForPlots(5);

    assertThat(facts()).matches("LEO, 8,\\d{3} element sets from 200.* to 20[34].*maneuvers.*");
    assertThat(inked()).allSatisfy(share -> assertThat(share).isGreaterThan(0.005));
    assertThat(page.locator("#object .pager").textContent())
        .containsPattern("1–25 of \\d{2,} rows");
  }

  @Test
  void objectsAreRankedFilteredSortedAndOpened() {
    visit("");
    choose("many.tle", SimulatedTles.objects(40));
    waitForPlots(5);
    Locator rows = page.locator("#objects tbody tr");

    assertThat(page.locator("#objects h2").textContent()).isEqualTo("40 objects");
    assertThat(rows.count()).isEqualTo(25);
    page.click("#objects .pager button:has-text('Next')");
    assertThat(rows.count()).isEqualTo(15);
    assertThat(page.locator("#objects th[aria-sort=descending]").textContent())
        .isEqualTo("Highest confidence");
    page.click("#objects th button:has-text('NORAD ID')");
    page.click("#objects th button:has-text('NORAD ID')");
    assertThat(rows.first().textContent()).startsWith("80000");
    page.fill("#filter", "80033");
    assertThat(rows.count()).isOne();
    rows.first().locator("button").click();

    assertThat(page.locator("#object h2").textContent()).isEqualTo("Object 80033");
    assertThat(page.evaluate("location.hash").toString()).contains("object=80033");
    page.fill("#filter", "nothing");
    assertThat(rows.first().textContent()).isEqualTo("No object matches.");
  }

  @Test
  void displayedDataCanBeDownloaded() throws IOException {
    showExample();

    List<String> csv = Files.readAllLines(download("#save-csv").path());
    assertThat(csv).hasSize(maneuvers().count() + 1);
    assertThat(csv.get(0)).startsWith("norad_id,regime,epoch").endsWith(",name");
    JsonNode json = JsonMapper.shared().readTree(Files.readString(download("#save-json").path()));
    assertThat(json.propertyNames())
        .containsExactly("model", "objects", "rejected", "rejectedCount");
    assertThat(json.at("/objects/0/series/epoch").size()).isEqualTo(403);
    assertThat(Files.readAllLines(download("button:has-text('Series CSV')").path())).hasSize(404);
    BufferedImage picture = ImageIO.read(download("button:has-text('PNG')").path().toFile());
    assertThat(picture.getWidth()).isGreaterThan(800);
    int[] pixels =
        picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    long inked = IntStream.of(pixels).filter(pixel -> pixel != pixels[0]).count();
    assertThat((double) inked / pixels.length).isBetween(0.005, 0.5);
  }

  @Test
  void rejectedRecordsAreListedWithTheirReason() {
    visit("");
    String[] lines = SimulatedTles.year().split("\n");
    lines[9] = lines[9].substring(0, 68) + (Integer.parseInt(lines[9].substring(68)) + 1) % 10;
    choose("<b>odd</b>.tle", String.join("\n", lines));
    waitForPlots(5);

    assertThat(page.locator("#rejected summary").textContent()).isEqualTo("1 record rejected");
    page.click("#rejected summary");
    assertThat(page.locator("#rejected tbody td").allTextContents().subList(0, 2))
        .containsExactly("10", "checksum");
    assertThat(page.locator("#result b:has-text('odd')").count()).isZero();
  }

  @Test
  void oneElementSetIsReportedAsTooFewAndNotPlotted() {
    visit("");
    choose("one.tle", SimulatedTles.lone());

    page.locator("#object .none:has-text('A plot needs at least two element sets.')").waitFor();
    assertThat(facts())
        .startsWith("LEO, 1 element set from ")
        .contains("not searched, 1 element set is too few: a search needs at least 3 element sets");
    assertThat(page.locator("#object canvas").count()).isZero();
  }

  @Test
  void objectThatCannotBeSearchedIsMarkedInTheTable() {
    visit("");
    choose("two.tle", SimulatedTles.lone() + SimulatedTles.year());
    waitForPlots(5);

    assertThat(page.locator("#objects tbody tr").allTextContents())
        .anySatisfy(row -> assertThat(row).contains("79999", "not searched"));
  }

  @Test
  void invalidFileIsReportedWithPlaceAndAdvice() {
    visit("");
    choose("broken.tle", "1 70001U broken\n2 70001 broken\n");

    Locator problem = page.locator(".problem");
    problem.waitFor();
    assertThat(problem.getAttribute("data-code")).isEqualTo("no-usable-element-set");
    assertThat(problem.locator("li").first().textContent()).startsWith("line 1");
    assertThat(problem.textContent()).contains("69 characters");

    choose("words.txt", "once upon a time\n");
    page.locator(".problem[data-code=unreadable-input]").waitFor();
    choose("empty.tle", "");
    page.locator(".problem[data-code=empty-file]").waitFor();
    page.click("#example");
    waitForPlots(5);
    assertThat(problem.count()).isZero();
  }

  @Test
  void analysisCanBeCancelled() {
    visit("");
    choose("many.tle", SimulatedTles.objects(400));
    page.locator("#progress-text:has-text('of 400')").waitFor();
    page.click("#cancel");

    page.locator("#status:has-text('Cancelled')")
        .waitFor(
            new Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
    assertThat(page.locator("#progress").isVisible()).isFalse();
    assertThat(page.locator("#object").count()).isZero();
    assertThat(page.locator(".problem").count()).isZero();
  }

  @Test
  void pastedTextIsAnalyzed() {
    visit("");
    page.click("#paste-open");
    page.fill("#paste-text", SimulatedTles.year());
    page.click("#paste-go");
    waitForPlots(5);

    assertThat(page.locator("#result .note").first().textContent()).startsWith("Pasted text");
  }

  private Download download(String button) {
    return page.waitForDownload(() -> page.click(button));
  }

  /** Simulates dropping a file on the page. */
  private void drop(String name, String content) {
    page.evaluate(
        """
        ([name, content]) => {
          const dropped = new DataTransfer();
          dropped.items.add(new File([content], name));
          const at = document.getElementById('drop');
          at.dispatchEvent(new DragEvent('dragover', {dataTransfer: dropped, bubbles: true}));
          at.dispatchEvent(new DragEvent('drop', {dataTransfer: dropped, bubbles: true, cancelable: true}));
        }
        """,
        List.of(name, content));
    assertThat(content.getBytes(StandardCharsets.UTF_8)).isNotEmpty();
  }
}

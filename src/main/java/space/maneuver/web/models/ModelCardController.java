package space.maneuver.web.models;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import space.maneuver.web.Paths;

/**
 * Renders a model card as HTML for the page; {@code /models/NAME} has its Markdown. HTML in the
 * card is escaped, since a bundle can come from anywhere.
 */
@RestController
@Hidden
class ModelCardController {

  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().extensions(TABLES).escapeHtml(true).sanitizeUrls(true).build();

  private final ModelResolver models;

  ModelCardController(ModelResolver models) {
    this.models = models;
  }

  @GetMapping(Paths.MODELS + "/{name}/card")
  ResponseEntity<String> card(@PathVariable("name") String name) {
    String markdown = models.of(name, "path").card();
    return ResponseEntity.ok().contentType(HTML).body(RENDERER.render(PARSER.parse(markdown)));
  }
}

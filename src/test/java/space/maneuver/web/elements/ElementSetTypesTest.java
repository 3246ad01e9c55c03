package space.maneuver.web.elements;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import space.maneuver.orbit.format.ElementSetFormat;

class ElementSetTypesTest {

  private static final Pattern MEDIA_TYPE = Pattern.compile("'((?:application|text)/[^']+)'");

  @ParameterizedTest
  @CsvSource({
    "application/json, GP_JSON",
    "Application/JSON;charset=utf-8, GP_JSON",
    "text/csv; header=present, GP_CSV",
    "application/xml, OMM_XML",
    "text/plain,",
    "application/octet-stream,",
    "application/x-www-form-urlencoded,"
  })
  void typeDeterminesTheFormatUnlessItIsGeneric(String type, @Nullable ElementSetFormat format) {
    assertThat(ElementSetTypes.format(MediaType.parseMediaType(type))).isEqualTo(format);
  }

  @Test
  void pageSendsTheDocumentedTypes() throws IOException {
    String script;
    try (InputStream in =
        ElementSetTypesTest.class.getResourceAsStream("/static/page/payload.js")) {
      script = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
    String typeOf = script.substring(script.indexOf("function typeOf("));

    assertThat(types(typeOf)).isEqualTo(described());
    assertThat(described()).containsAll(types(script));
  }

  @Test
  void documentedTypesAreAccepted() {
    RequestMapping mapping =
        Objects.requireNonNull(PostElementSets.class.getAnnotation(RequestMapping.class));

    assertThat(mapping.consumes()).containsAll(described());
  }

  private static Set<String> types(String script) {
    return MEDIA_TYPE
        .matcher(script)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toSet());
  }

  private static Set<String> described() {
    RequestBody body =
        Objects.requireNonNull(PostElementSets.class.getAnnotation(RequestBody.class));
    return Stream.of(body.content()).map(Content::mediaType).collect(Collectors.toSet());
  }
}

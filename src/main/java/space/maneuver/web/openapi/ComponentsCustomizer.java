package space.maneuver.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Adds the schemas and examples in the directory {@code openapi} to the OpenAPI document. An
 * example has the name of its file.
 */
@Component
class ComponentsCustomizer implements GlobalOpenApiCustomizer {

  @Override
  public void customise(OpenAPI api) {
    Components components = api.getComponents();
    try {
      components.setSchemas(schemas());
      for (Resource file :
          new PathMatchingResourcePatternResolver().getResources("classpath:openapi/examples/*")) {
        String name = String.valueOf(file.getFilename());
        String text = file.getContentAsString(StandardCharsets.UTF_8);
        Object value = name.endsWith(".json") ? Json31.mapper().readTree(text) : text;
        components.addExamples(
            name.substring(0, name.lastIndexOf('.')), new Example().value(value));
      }
    } catch (IOException e) {
      throw new IllegalStateException(
          "the schemas or examples of the OpenAPI document cannot be read", e);
    }
  }

  @SuppressWarnings("rawtypes") // as the library declares it
  private static Map<String, Schema> schemas() throws IOException {
    JsonNode file =
        Json31.mapper().readTree(new ClassPathResource("openapi/schemas.json").getInputStream());
    Map<String, Schema> schemas = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : file.properties()) {
      schemas.put(entry.getKey(), Json31.mapper().treeToValue(entry.getValue(), JsonSchema.class));
    }
    return schemas;
  }
}

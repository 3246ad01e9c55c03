package space.maneuver.model.bundle;

import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads and writes {@code bundle.json}; no field may be missing, unknown, duplicate or of the wrong
 * type.
 */
final class BundleJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              text ->
                  text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
          .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  /** Missing from bundles of release 0.1. */
  private static final String BY_REGIME = "calibrationByRegime";

  /** Missing from older bundles, which name their satellites only in the metrics. */
  private static final String MEASURED = "measuredRegimes";

  private BundleJson() {}

  static byte[] write(ModelBundle bundle) {
    return MAPPER.writeValueAsBytes(bundle);
  }

  static ModelBundle read(byte[] json, String file) {
    try {
      JsonNode tree = MAPPER.readTree(json);
      if (!tree.isObject()) {
        throw new BundleException(file, "", "is not a JSON object", null);
      }
      requireFinite(tree, "", file);
      if (tree instanceof ObjectNode bundle && !bundle.has(BY_REGIME)) {
        bundle.putObject(BY_REGIME);
      }
      if (tree instanceof ObjectNode bundle && !bundle.has(MEASURED)) {
        Map<String, Object> metrics =
            bundle.get("metrics") instanceof ObjectNode figures
                ? MAPPER.convertValue(figures, new TypeReference<>() {})
                : Map.of();
        bundle.set(MEASURED, MAPPER.valueToTree(MeasuredRegimes.of(metrics)));
      }
      return MAPPER.treeToValue(tree, ModelBundle.class);
    } catch (StreamReadException e) {
      throw new BundleException(file, "", "is not JSON: " + e.getOriginalMessage(), e);
    } catch (DatabindException e) {
      throw new BundleException(file, path(e), problem(e), e);
    }
  }

  // JSON has no NaN, but it does have numbers such as 1e999, which overflow a double.
  private static void requireFinite(JsonNode node, String path, String file) {
    if (node.isNumber() && !Double.isFinite(node.doubleValue())) {
      throw BundleException.of(file, path, node, "a finite number");
    }
    int index = 0;
    for (JsonNode element : node.isArray() ? node : List.<JsonNode>of()) {
      requireFinite(element, path + '[' + index++ + ']', file);
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      requireFinite(
          field.getValue(), path.isEmpty() ? field.getKey() : path + '.' + field.getKey(), file);
    }
  }

  private static String problem(DatabindException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "is unknown; expected one of " + unknown.getKnownPropertyIds();
    }
    return "is invalid: " + e.getOriginalMessage();
  }

  private static String path(DatabindException e) {
    return e.getPath().stream()
        .map(BundleJson::step)
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }

  private static String step(JacksonException.Reference reference) {
    String name = reference.getPropertyName();
    return name == null ? "[" + reference.getIndex() + "]" : "." + name;
  }
}

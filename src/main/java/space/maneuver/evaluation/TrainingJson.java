package space.maneuver.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON files that {@code evaluate} writes and {@code train} reads. */
public final class TrainingJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private static final JsonMapper LINES = JsonMapper.shared();

  private TrainingJson() {}

  /**
   * Reads a file.
   *
   * @throws IOException if the file cannot be read or has another format; the message names it
   */
  public static <T> T read(Path file, Class<T> type) throws IOException {
    try {
      return MAPPER.readValue(Files.readAllBytes(file), type);
    } catch (JacksonException e) {
      throw new IOException(file + ": " + e.getOriginalMessage(), e);
    }
  }

  /**
   * Converts what a file holds.
   *
   * @throws IOException if it has another format; the message names the file
   */
  static <T> T read(Path file, JsonNode tree, Class<T> type) throws IOException {
    try {
      return MAPPER.treeToValue(tree, type);
    } catch (JacksonException e) {
      throw new IOException(file + ": " + e.getOriginalMessage(), e);
    }
  }

  /** Writes a file atomically. */
  public static void write(Path file, Object value) throws IOException {
    Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
    Files.write(fresh, MAPPER.writeValueAsBytes(value));
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Returns a value as JSON without line breaks. */
  static String line(Object value) {
    return LINES.writeValueAsString(value);
  }

  /** Returns the JSON name of an enum constant. */
  public static String text(Enum<?> value) {
    return MAPPER.convertValue(value, String.class);
  }

  /** Returns a value as maps, lists and simple values. */
  public static Map<String, Object> tree(Object value) {
    return MAPPER.convertValue(value, new TypeReference<>() {});
  }
}

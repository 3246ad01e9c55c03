package space.maneuver.golden;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A stored result, and the tolerance for another. */
final class GoldenFile {

  private static final Path FILES = Path.of("src/test/resources/golden");
  private static final boolean UPDATE = System.getProperty("golden.update") != null;
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final int LONGEST_LIST = 40;
  private static final int SAMPLES = 16;
  private static final MathContext DIGITS = new MathContext(9);

  /** Rounding depends on the batch, by up to 3e-6 in the logit. */
  private static final double OF_NETWORK = 1e-5;

  private static final double OF_OTHERS = 1e-6;
  private static final Duration OF_TIME = Duration.ofSeconds(1);
  private static final Set<String> OF_THE_NETWORK =
      Set.of("confidence", "probability", "steps", "gapProbability", "data", "score");
  private static final String BLOCKS = " ▁▂▃▄▅▆▇█";
  private static final Pattern TOKEN =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?Z?)"
              + "|(-?\\d+(?:\\.\\d+)?(?:E-?\\d+)?)|.");
  private static final Pattern TO_THE_MINUTE = Pattern.compile("[-0-9]{10} [0-9]{2}:[0-9]{2}");
  private static final int MOST_SHOWN = 10;

  private GoldenFile() {}

  /** Returns the differences, line by line, from {@code name}.json; empty if there are none. */
  static String differences(String name, JsonNode answer) throws IOException {
    JsonNode sampled = sampled(answer);
    Path file = FILES.resolve(name + ".json");
    if (UPDATE) {
      Files.writeString(file, MAPPER.writeValueAsString(sampled) + "\n");
      return "";
    }
    List<String> differences = new ArrayList<>();
    compare("", "", MAPPER.readTree(Files.readString(file)), sampled, differences);
    return shown(name + ".json", differences);
  }

  /** Returns the differences of a text from {@code name}.txt. */
  static String differences(String name, String answer) throws IOException {
    Path file = FILES.resolve(name + ".txt");
    if (UPDATE) {
      Files.writeString(file, answer);
      return "";
    }
    List<String> expected = Files.readString(file).lines().toList();
    List<String> actual = answer.lines().toList();
    List<String> differences = new ArrayList<>();
    if (expected.size() != actual.size()) {
      differences.add("has " + actual.size() + " lines, had " + expected.size());
    }
    for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
      if (!same(expected.get(i), actual.get(i))) {
        differences.add(
            "line " + (i + 1) + "\n    is  " + actual.get(i) + "\n    was " + expected.get(i));
      }
    }
    return shown(name + ".txt", differences);
  }

  private static String shown(String name, List<String> differences) {
    if (differences.isEmpty()) {
      return "";
    }
    String first =
        String.join("\n  ", differences.subList(0, Math.min(MOST_SHOWN, differences.size())));
    return String.format("%s: %d differences%n  %s%n", name, differences.size(), first);
  }

  private static void compare(
      String place, String field, JsonNode was, JsonNode is, List<String> differences) {
    if (was.isObject() && is.isObject()) {
      Set<String> names = new TreeSet<>(was.propertyNames());
      names.addAll(is.propertyNames());
      for (String name : names) {
        JsonNode before = was.get(name);
        JsonNode now = is.get(name);
        if (before == null || now == null) {
          differences.add(place + "/" + name + " is " + now + ", was " + before);
        } else {
          compare(place + "/" + name, name, before, now, differences);
        }
      }
    } else if (was.isArray() && is.isArray() && was.size() == is.size()) {
      for (int i = 0; i < was.size(); i++) {
        compare(place + "/" + i, field, was.get(i), is.get(i), differences);
      }
    } else if (!same(field, was, is)) {
      differences.add(place + " is " + brief(is) + ", was " + brief(was));
    }
  }

  private static String brief(JsonNode value) {
    String text = value.toString();
    return value.isArray() ? "a list of " + value.size() + ": " + text : text;
  }

  private static boolean same(String field, JsonNode was, JsonNode is) {
    if (was.isNumber() && is.isNumber()) {
      if (was.isIntegralNumber() && is.isIntegralNumber()) {
        return was.longValue() == is.longValue();
      }
      double most =
          OF_THE_NETWORK.contains(field)
              ? OF_NETWORK
              : OF_OTHERS * Math.max(1, Math.abs(was.doubleValue()));
      return Math.abs(was.doubleValue() - is.doubleValue()) <= most;
    }
    if (was.isString() && is.isString()) {
      Instant before = instant(was.asString());
      Instant now = instant(is.asString());
      if (before != null && now != null) {
        return Duration.between(before, now).abs().compareTo(OF_TIME) <= 0;
      }
    }
    return was.equals(is);
  }

  private static @Nullable Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /**
   * Tolerates numbers that differ by one in their last digit, blocks by one in height, and times by
   * one in their last place.
   */
  private static boolean same(String was, String is) {
    List<String> before = tokens(was);
    List<String> now = tokens(is);
    if (before.size() != now.size()) {
      return false;
    }
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).equals(now.get(i)) && !near(before.get(i), now.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> tokens(String line) {
    List<String> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(line.stripTrailing());
    while (token.find()) {
      tokens.add(token.group());
    }
    return tokens;
  }

  private static boolean near(String was, String is) {
    int height = BLOCKS.indexOf(was);
    if (height >= 0 && BLOCKS.indexOf(is) >= 0) {
      return Math.abs(height - BLOCKS.indexOf(is)) <= 1;
    }
    Instant before = instant(ofMinute(was));
    Instant now = instant(ofMinute(is));
    if (before != null && now != null) {
      Duration most = TO_THE_MINUTE.matcher(was).matches() ? Duration.ofMinutes(1) : OF_TIME;
      return Duration.between(before, now).abs().compareTo(most) <= 0;
    }
    try {
      BigDecimal number = new BigDecimal(was);
      BigDecimal other = new BigDecimal(is);
      return number.scale() > 0
          && number.subtract(other).abs().doubleValue()
              <= Math.max(OF_NETWORK, 1.01 * number.ulp().doubleValue());
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static String ofMinute(String text) {
    return TO_THE_MINUTE.matcher(text).matches() ? text.replace(' ', 'T') + ":00Z" : text;
  }

  /** Keeps nine digits of each number, and the first entries and the length of each long list. */
  private static JsonNode sampled(JsonNode value) {
    if (value.isObject()) {
      ObjectNode object = MAPPER.createObjectNode();
      value.properties().forEach(each -> object.set(each.getKey(), sampled(each.getValue())));
      return object;
    }
    if (value.isArray()) {
      int every = value.size() <= LONGEST_LIST ? 1 : (value.size() + SAMPLES - 1) / SAMPLES;
      ArrayNode list = MAPPER.createArrayNode();
      for (int i = 0; i < value.size(); i += every) {
        list.add(sampled(value.get(i)));
      }
      return every == 1
          ? list
          : MAPPER.createObjectNode().put("length", value.size()).set("sample", list);
    }
    if (value.isFloatingPointNumber()) {
      return MAPPER.getNodeFactory().numberNode(value.decimalValue().round(DIGITS).doubleValue());
    }
    return value;
  }
}

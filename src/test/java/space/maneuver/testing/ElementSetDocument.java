package space.maneuver.testing;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.format.ElementSetFormat;
import space.maneuver.orbit.format.GpJsonWriter;
import space.maneuver.orbit.format.TleWriter;

/**
 * The text of any element sets in any format, cut at the ends of its records: for tests that
 * damage, cut or requote it.
 */
public record ElementSetDocument(String head, List<String> records, String tail) {

  private static final Pattern PROPERTY =
      Pattern.compile("\"([A-Z_]+)\":(?:\"([^\"]*)\"|([^,}]+))");
  private static final Set<String> METADATA = Set.of("OBJECT_NAME", "OBJECT_ID");
  private static final Set<String> TEXTS =
      Set.of("OBJECT_NAME", "OBJECT_ID", "OBJECT_TYPE", "EPOCH");
  private static final Set<String> ANGLES =
      Set.of("INCLINATION", "RA_OF_ASC_NODE", "ARG_OF_PERICENTER", "MEAN_ANOMALY");

  public String text() {
    return head + String.join("", records) + tail;
  }

  /** As CelesTrak writes a format, numbers without quotes. */
  public static ElementSetDocument of(ElementSetFormat format, List<ElementSet> elements) {
    return switch (format) {
      case TLE -> tle(elements);
      case GP_JSON -> json(elements, "");
      case GP_CSV -> csv(elements, "");
      case OMM_XML -> xml(elements);
      case OMM_KVN -> kvn(elements);
    };
  }

  /** Two-line element sets as text, without names. */
  public static String tles(List<ElementSet> elements) {
    return tle(elements).text();
  }

  /** With numbers between what is given, quotes or nothing. */
  public static ElementSetDocument json(List<ElementSet> elements, String quote) {
    List<String> records = new ArrayList<>();
    for (ElementSet each : elements) {
      String separator = records.isEmpty() ? "\n" : ",\n";
      records.add(
          fields(each).entrySet().stream()
              .map(field -> "\"" + field.getKey() + "\":" + jsonValue(field, quote))
              .collect(Collectors.joining(",", separator + "{", "}")));
    }
    return new ElementSetDocument("[", records, "]");
  }

  /** With cells between what is given, quotes or nothing. */
  public static ElementSetDocument csv(List<ElementSet> elements, String quote) {
    List<String> records = new ArrayList<>();
    String head = "";
    for (ElementSet each : elements) {
      Map<String, String> fields = fields(each);
      head = String.join(",", fields.keySet()) + "\n";
      records.add(
          fields.values().stream()
              .map(value -> quote + value + quote)
              .collect(Collectors.joining(",", "", "\n")));
    }
    return new ElementSetDocument(head, records, "");
  }

  private static ElementSetDocument tle(List<ElementSet> elements) {
    return new ElementSetDocument(
        "", elements.stream().map(e -> TleWriter.lines(e) + "\n").toList(), "");
  }

  private static ElementSetDocument xml(List<ElementSet> elements) {
    List<String> records = new ArrayList<>();
    for (ElementSet each : elements) {
      StringBuilder metadata = new StringBuilder();
      StringBuilder data = new StringBuilder();
      fields(each)
          .forEach(
              (name, value) -> {
                StringBuilder to = METADATA.contains(name) ? metadata : data;
                to.append(xmlField(name, value));
              });
      records.add(
          "<omm id=\"CCSDS_OMM_VERS\" version=\"2.0\"><header><CREATION_DATE/><ORIGINATOR/>"
              + "</header><body><segment><metadata>"
              + metadata
              + "<TIME_SYSTEM>UTC</TIME_SYSTEM></metadata>\n<data>"
              + data
              + "</data></segment></body></omm>\n");
    }
    return new ElementSetDocument(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ndm>\n", records, "</ndm>\n");
  }

  private static String xmlField(String name, String value) {
    if (name.equals("OBJECT_TYPE")) {
      return "<USER_DEFINED parameter=\"" + name + "\">" + value + "</USER_DEFINED>";
    }
    String unit = ANGLES.contains(name) ? " units=\"deg\"" : "";
    return "<" + name + unit + ">" + value + "</" + name + ">";
  }

  private static ElementSetDocument kvn(List<ElementSet> elements) {
    List<String> records = new ArrayList<>();
    for (ElementSet each : elements) {
      records.add(
          fields(each).entrySet().stream()
              .map(ElementSetDocument::kvnField)
              .collect(
                  Collectors.joining(
                      "",
                      "CCSDS_OMM_VERS = 2.0\nCOMMENT = none\nCREATION_DATE = 2026-01-01T00:00:00\n",
                      "\n")));
    }
    return new ElementSetDocument("", records, "");
  }

  private static String kvnField(Map.Entry<String, String> field) {
    String name = field.getKey();
    String prefix = name.equals("OBJECT_TYPE") ? "USER_DEFINED_" : "";
    String unit = ANGLES.contains(name) ? " [deg]" : "";
    return prefix + name + " = " + field.getValue() + unit + "\n";
  }

  private static String jsonValue(Map.Entry<String, String> field, String quote) {
    boolean text = TEXTS.contains(field.getKey());
    return text ? "\"" + field.getValue() + "\"" : quote + field.getValue() + quote;
  }

  private static Map<String, String> fields(ElementSet elements) {
    StringWriter json = new StringWriter();
    GpJsonWriter.write(List.of(elements), json);
    Map<String, String> fields = new LinkedHashMap<>();
    for (MatchResult property : PROPERTY.matcher(json.toString()).results().toList()) {
      String text = property.group(2);
      fields.put(property.group(1), text == null ? property.group(3) : text);
    }
    return fields;
  }
}

package space.maneuver.web.exports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** The formats of a list of maneuvers. */
public enum ExportFormat {
  JSON(MediaType.APPLICATION_JSON_VALUE),
  CSV("text/csv"),
  /** CCSDS OCM in NDM/XML, a message for each object. */
  OCM(MediaType.APPLICATION_XML_VALUE),
  /** CCSDS OCM in lines, of one object. */
  OCM_LINES(MediaType.TEXT_PLAIN_VALUE),
  /** Maneuver records of the Unified Data Library. */
  UDL(MediaType.APPLICATION_JSON_VALUE);

  private final String type;

  ExportFormat(String type) {
    this.type = type;
  }

  /** Media type, without charset. */
  public String type() {
    return type;
  }

  /**
   * The format that a request asks for by name.
   *
   * @param accepted media types of the header Accept; text/plain chooses an OCM in lines
   * @return null if the name is unknown
   */
  public static @Nullable ExportFormat of(String name, List<MediaType> accepted) {
    return switch (name) {
      case "json" -> JSON;
      case "csv" -> CSV;
      case "ocm" ->
          accepted.stream().anyMatch(MediaType.TEXT_PLAIN::equalsTypeAndSubtype) ? OCM_LINES : OCM;
      case "udl" -> UDL;
      default -> null;
    };
  }

  /** The format of the first accepted media type that there is. */
  public static ExportFormat accepted(List<MediaType> accepted) {
    for (MediaType each : accepted) {
      for (ExportFormat format : values()) {
        if (each.isCompatibleWith(MediaType.parseMediaType(format.type))) {
          return format;
        }
      }
    }
    return JSON;
  }
}

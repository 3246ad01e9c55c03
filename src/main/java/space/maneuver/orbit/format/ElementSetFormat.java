package space.maneuver.orbit.format;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The formats in which catalogues publish element sets. */
public enum ElementSetFormat {
  /** Two-line element sets, with or without a name line before each. */
  TLE,
  /** General perturbations (GP) data as JSON, as CelesTrak and Space-Track publish it. */
  GP_JSON,
  /** GP data as comma-separated values with a header line. */
  GP_CSV,
  /** Orbit Mean-Elements Messages (OMM) as XML, one or several in a Navigation Data Message. */
  OMM_XML,
  /** Orbit Mean-Elements Messages in keyword-value notation (KVN), one or several. */
  OMM_KVN;

  private static final Pattern XML =
      Pattern.compile("(?s)\\A\\s*(?=<).*?<(?:[\\w.-]+:)?(?:omm|ndm)[\\s/>]");
  private static final Pattern KVN = Pattern.compile("(?m)^[ \\t]*CCSDS_OMM_VERS[ \\t]*=");
  private static final Pattern CSV =
      Pattern.compile("(?m)\\A\\s*(?:.*,)?[ \"]*NORAD_CAT_ID[ \"]*(?:,|$)");
  private static final Pattern LINE = Pattern.compile("(?m)^[12] ");
  private static final Pattern JSON = Pattern.compile("\\A\\s*[\\[{]");

  /**
   * Recognises the format by the start of a document, without a byte order mark.
   *
   * @return null if it is none of these formats
   */
  static @Nullable ElementSetFormat recognise(String text) {
    if (XML.matcher(text).find()) {
      return OMM_XML;
    }
    if (KVN.matcher(text).find()) {
      return OMM_KVN;
    }
    if (CSV.matcher(text).find()) {
      return GP_CSV;
    }
    if (LINE.matcher(text).find()) {
      return TLE;
    }
    return JSON.matcher(text).find() ? GP_JSON : null;
  }
}

package space.maneuver.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Windows as JSON, to be made invalid one value at a time. */
public final class WindowText {

  static final String ROW = "[1e-6,2e-5,3e-4,4e-3,5e-5,null,24.5,0]";

  private WindowText() {}

  public static String window(String id, int days) {
    return window(id, Integer.toString(days), rows(days));
  }

  public static String window(String id, String days, List<String> rows) {
    return "{\"id\":\"%s\",\"days\":%s,\"features\":[%s]}"
        .formatted(id, days, String.join(",", rows));
  }

  /** Returns a window of 30 days with another fifth row. */
  public static String withRow(String id, String row) {
    List<String> rows = rows(30);
    rows.set(4, row);
    return window(id, "30", rows);
  }

  public static List<String> rows(int number) {
    return new ArrayList<>(Collections.nCopies(number, ROW));
  }

  public static String request(String... windows) {
    return "{\"windows\":[" + String.join(",", windows) + "]}";
  }
}

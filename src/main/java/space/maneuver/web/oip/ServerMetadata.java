package space.maneuver.web.oip;

import java.util.List;

/**
 * The metadata of the service.
 *
 * @param name of the program
 * @param version of the program
 * @param extensions protocol extensions that it supports
 */
record ServerMetadata(String name, String version, List<String> extensions) {

  static final String NAME = "maneuver-detection";

  private static final List<String> EXTENSIONS = List.of("binary_tensor_data");

  ServerMetadata {
    extensions = List.copyOf(extensions);
  }

  static ServerMetadata of(String version) {
    return new ServerMetadata(NAME, version, EXTENSIONS);
  }
}

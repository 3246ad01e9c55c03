package space.maneuver.web.oip;

import java.util.List;

/**
 * What the service says of itself.
 *
 * @param name of the program
 * @param version of the program
 * @param extensions of the protocol that it knows
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

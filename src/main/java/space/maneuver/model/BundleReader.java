package space.maneuver.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** Reads bundles and checks that all their parts fit each other. */
public final class BundleReader {

  static final String CLASS_PATH_FOLDER = "models/";

  private BundleReader() {}

  /**
   * Reads the bundle that lies in a directory.
   *
   * @throws BundleException when a part is missing, too large or does not fit
   */
  public static LoadedBundle read(Path directory) {
    Path file = directory.resolve(BundleFile.DESCRIPTION.fileName());
    return read(new FileSystemResource(file), directory.toString());
  }

  /** Whether there is a description in {@code models/NAME/} on the class path. */
  public static boolean isOnClassPath(String name) {
    return description(name).exists();
  }

  /**
   * Reads the bundle that lies in {@code models/NAME/} on the class path.
   *
   * @throws BundleException when a part is missing, too large or does not fit
   */
  public static LoadedBundle readFromClassPath(String name) {
    return read(description(name), "class path:" + CLASS_PATH_FOLDER + name);
  }

  private static ClassPathResource description(String name) {
    return new ClassPathResource(
        CLASS_PATH_FOLDER + name + '/' + BundleFile.DESCRIPTION.fileName(),
        BundleReader.class.getClassLoader());
  }

  static LoadedBundle read(Resource bundleJson) {
    try {
      String place = bundleJson.getURL().toString();
      return read(bundleJson, place.substring(0, place.lastIndexOf('/')));
    } catch (IOException e) {
      throw new BundleException(bundleJson.getDescription(), "", "cannot be read: " + e, e);
    }
  }

  private static LoadedBundle read(Resource bundleJson, String place) {
    String file = place + '/' + BundleFile.DESCRIPTION.fileName();
    ModelBundle bundle = BundleJson.read(BundleFile.DESCRIPTION.read(bundleJson, place), file);
    BundleCheck.check(bundle, file);
    byte[] network = BundleFile.NETWORK.read(bundleJson, place);
    String sha256 = sha256(network);
    if (!sha256.equals(bundle.sha256())) {
      throw BundleException.of(file, "sha256", bundle.sha256(), sha256 + ", that of model.pt");
    }
    String card = new String(BundleFile.CARD.read(bundleJson, place), StandardCharsets.UTF_8);
    return new LoadedBundle(place, bundle, network, card);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

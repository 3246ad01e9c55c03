package space.maneuver.model.bundle;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The files of a bundle and their maximum sizes. */
public enum BundleFile {
  DESCRIPTION("bundle.json", 4),
  NETWORK("model.pt", 256),
  CARD("MODEL_CARD.md", 1);

  private static final int MEBIBYTE = 1 << 20;

  private final String fileName;
  private final int mebibytes;

  BundleFile(String fileName, int mebibytes) {
    this.fileName = fileName;
    this.mebibytes = mebibytes;
  }

  public String fileName() {
    return fileName;
  }

  /** Opens the files of one bundle by name. */
  interface Folder {

    /**
     * Opens a file.
     *
     * @return null if there is no such file
     */
    @Nullable InputStream open(String fileName) throws IOException;
  }

  /**
   * Reads the file.
   *
   * @param place of the bundle, for messages
   * @throws BundleException if it is missing, too large or unreadable
   */
  byte[] read(Folder folder, String place) {
    String file = place + '/' + fileName;
    try (InputStream in = folder.open(fileName)) {
      if (in == null) {
        throw new BundleException(file, "", "is missing from the bundle", null);
      }
      byte[] content = in.readNBytes(mebibytes * MEBIBYTE + 1);
      if (content.length > mebibytes * MEBIBYTE) {
        throw BundleException.of(file, "size", "too large", "at most " + mebibytes + " MiB");
      }
      return content;
    } catch (IOException e) {
      throw new BundleException(file, "", "cannot be read: " + e, e);
    }
  }
}

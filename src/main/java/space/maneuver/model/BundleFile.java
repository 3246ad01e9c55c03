package space.maneuver.model;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.Resource;

/** The files of a bundle and how large each may be. */
enum BundleFile {
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

  String fileName() {
    return fileName;
  }

  /** Reads the file beside another of the same bundle. */
  byte[] read(Resource sibling, String bundle) {
    String file = bundle + '/' + fileName;
    try {
      Resource resource = sibling.createRelative(fileName);
      if (!resource.exists()) {
        throw new BundleException(file, "", "is missing; expected beside the other files", null);
      }
      try (InputStream in = resource.getInputStream()) {
        byte[] content = in.readNBytes(mebibytes * MEBIBYTE + 1);
        if (content.length > mebibytes * MEBIBYTE) {
          throw BundleException.of(file, "size", "larger", "at most " + mebibytes + " MiB");
        }
        return content;
      }
    } catch (IOException e) {
      throw new BundleException(file, "", "cannot be read: " + e, e);
    }
  }
}

package space.maneuver.model.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import space.maneuver.model.bundle.BundleFile;
import space.maneuver.model.bundle.BundleReader;

/**
 * What tells, cheaply, whether a bundle's files are still the same: their sizes and times, and the
 * whole of the description, which names the digest of the network. No file identifiers, which some
 * network file systems make up anew each time.
 *
 * @param files one text for each file
 */
record BundleFingerprint(List<String> files) {

  private static final String MISSING = "";
  private static final int MOST_BYTES = 1 << 22;

  BundleFingerprint {
    files = List.copyOf(files);
  }

  /** Of the files behind symbolic links, where there are such. */
  static BundleFingerprint of(Path directory) throws IOException {
    List<String> files = new ArrayList<>();
    for (BundleFile each : BundleFile.values()) {
      Path file = directory.resolve(each.fileName());
      try {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        String text = found.size() + " " + found.lastModifiedTime();
        files.add(each == BundleFile.DESCRIPTION ? text + " " + digest(file) : text);
      } catch (NoSuchFileException e) {
        files.add(MISSING);
      }
    }
    return new BundleFingerprint(files);
  }

  private static String digest(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return BundleReader.sha256(in.readNBytes(MOST_BYTES));
    }
  }

  /** Whether there is nothing of a bundle. */
  boolean empty() {
    return files.stream().allMatch(MISSING::equals);
  }
}

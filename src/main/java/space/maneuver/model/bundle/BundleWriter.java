package space.maneuver.model.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.FileUtils;

/**
 * Writes bundles such that a concurrent reader finds the old one, the new one, or for an instant
 * none.
 */
public final class BundleWriter {

  private static final Set<String> FILE_NAMES =
      Arrays.stream(BundleFile.values())
          .map(BundleFile::fileName)
          .collect(Collectors.toUnmodifiableSet());

  private BundleWriter() {}

  /**
   * Writes a bundle into a sibling directory and then moves that into place. An existing bundle is
   * replaced, and kept if anything fails.
   *
   * @param directory of this bundle alone; its parents are created
   * @param bundle its {@code sha256} is replaced by that of {@code network}
   * @param network bytes of {@code model.pt}
   * @param card text of {@code MODEL_CARD.md}
   * @throws BundleException if the parts are inconsistent; nothing is written
   * @throws FileAlreadyExistsException if the directory contains anything but a bundle
   */
  public static void write(Path directory, ModelBundle bundle, byte[] network, String card)
      throws IOException {
    Path target = directory.toAbsolutePath().normalize();
    ModelBundle complete = bundle.withSha256(DigestUtils.sha256Hex(network));
    BundleCheck.check(complete, target.resolve(BundleFile.DESCRIPTION.fileName()).toString());
    requireReplaceable(target);
    Path fresh = sibling(target, "new");
    try {
      Files.createDirectories(fresh);
      put(fresh, BundleFile.NETWORK, network);
      put(fresh, BundleFile.CARD, card.getBytes(StandardCharsets.UTF_8));
      put(fresh, BundleFile.DESCRIPTION, BundleJson.write(complete));
      BundleReader.read(fresh);
      moveIntoPlace(fresh, target);
    } finally {
      FileUtils.deleteDirectory(fresh.toFile());
    }
  }

  /**
   * Checks that a bundle may replace the contents of a directory.
   *
   * @throws FileAlreadyExistsException if it contains anything but a bundle
   */
  public static void requireReplaceable(Path directory) throws IOException {
    Path target = directory.toAbsolutePath().normalize();
    if (Files.notExists(target)) {
      return;
    }
    try (Stream<Path> children = Files.list(target)) {
      for (Path child : children.toList()) {
        if (!FILE_NAMES.contains(child.getFileName().toString())) {
          throw new FileAlreadyExistsException(
              target.toString(),
              null,
              "contains " + child.getFileName() + ", which is not part of a bundle");
        }
      }
    }
  }

  private static Path sibling(Path target, String purpose) {
    Path name =
        Objects.requireNonNull(target.getFileName(), "a bundle needs a directory of its own");
    return target.resolveSibling("." + name + "." + purpose + "-" + UUID.randomUUID());
  }

  private static void put(Path directory, BundleFile file, byte[] content) throws IOException {
    Files.write(directory.resolve(file.fileName()), content);
  }

  private static void moveIntoPlace(Path fresh, Path target) throws IOException {
    if (Files.notExists(target)) {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    Path old = sibling(target, "old");
    Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    try {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
      throw e;
    }
    FileUtils.deleteDirectory(old.toFile());
  }
}

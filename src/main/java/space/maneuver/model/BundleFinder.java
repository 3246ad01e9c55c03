package space.maneuver.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Lists the bundles there are, in the jar or in a directory. */
final class BundleFinder {

  private static final String PATTERN =
      "classpath*:" + BundleReader.CLASS_PATH_FOLDER + "*/" + BundleFile.DESCRIPTION.fileName();

  private BundleFinder() {}

  static List<LoadedBundle> onClassPath(ClassLoader loader) {
    List<LoadedBundle> bundles = new ArrayList<>();
    try {
      for (Resource resource :
          new PathMatchingResourcePatternResolver(loader).getResources(PATTERN)) {
        bundles.add(BundleReader.read(resource));
      }
    } catch (IOException e) {
      throw new BundleException(PATTERN, "", "cannot be listed: " + e, e);
    }
    bundles.sort(Comparator.comparing(LoadedBundle::place));
    return bundles;
  }

  /** Names with a dot in front are passed over: they are half-written or of the platform. */
  static List<LoadedBundle> in(Path directory) {
    try (Stream<Path> children = Files.list(directory)) {
      return children
          .filter(child -> Files.isDirectory(child) && !isHidden(child))
          .sorted()
          .map(BundleReader::read)
          .toList();
    } catch (IOException e) {
      throw new BundleException(directory.toString(), "", "cannot be listed: " + e, e);
    }
  }

  private static boolean isHidden(Path child) {
    return child.getFileName().toString().startsWith(".");
  }
}

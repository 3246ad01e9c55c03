package space.maneuver.torchscript;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Reads the TorchScript source files. */
final class TorchScriptSource {

  private static final String FOLDER = "/torchscript/";

  private TorchScriptSource() {}

  static String read(String name) {
    try (InputStream in = TorchScriptSource.class.getResourceAsStream(FOLDER + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

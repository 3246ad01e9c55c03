package space.maneuver.web.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Entries of the setting that lists the API keys. */
public final class ApiKeyEntry {

  private ApiKeyEntry() {}

  public static String of(String name, Role role, String key) {
    return name + ":" + role.text() + ":" + hash(key);
  }

  /** Returns the SHA-256 of a key, hexadecimal. */
  static String hash(String key) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

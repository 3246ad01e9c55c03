package space.maneuver.web.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * An API key, of which the service knows the hash alone.
 *
 * @param caller who holds the key
 * @param hash SHA-256 of the key
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
record ApiKey(Caller caller, byte[] hash) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,63}");
  private static final Pattern HASH = Pattern.compile("[0-9A-Fa-f]{64}");
  private static final int PARTS = 3;

  /** Returns a key given in plain text, with the role admin, named by its position. */
  static ApiKey ofPlain(int position, String key) {
    return new ApiKey(Caller.ofKey(Integer.toString(position), Role.ADMIN), hashOf(key));
  }

  /**
   * Reads {@code name:role:hash}.
   *
   * @throws IllegalArgumentException if it is something else; the message does not repeat the hash,
   *     in whose place someone may have put the key
   */
  static ApiKey parse(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != PARTS) {
      throw new IllegalArgumentException(
          "must be name:role:hash, which has 2 colons, but has " + (parts.length - 1));
    }
    String name = parts[0].strip();
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the name must be 1 to 64 letters, digits, '.', '_' or '-', starting with a letter");
    }
    String hash = parts[2].strip();
    if (!HASH.matcher(hash).matches()) {
      throw new IllegalArgumentException(
          "the hash of key "
              + name
              + " must be 64 hexadecimal digits, the SHA-256 of the key, but has "
              + hash.length()
              + " characters"
              + (hash.length() == 64 ? ", not all of them hexadecimal digits" : ""));
    }
    return new ApiKey(
        Caller.ofKey(name, role(name, parts[1].strip())),
        HexFormat.of().parseHex(hash.toLowerCase(Locale.ROOT)));
  }

  private static Role role(String name, String text) {
    return Stream.of(Role.values())
        .filter(role -> role.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the role of key "
                        + name
                        + " must be one of "
                        + Stream.of(Role.values())
                            .map(Role::text)
                            .collect(Collectors.joining(", "))));
  }

  static byte[] hashOf(String key) {
    return DigestUtils.sha256(key.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns whether a key has this hash; takes the same time however much of it is equal. */
  boolean hasHash(byte[] given) {
    return MessageDigest.isEqual(hash, given);
  }

  /** Omits the hash. */
  @Override
  public String toString() {
    return caller.toString();
  }
}

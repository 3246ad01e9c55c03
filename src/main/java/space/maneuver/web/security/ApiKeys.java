package space.maneuver.web.security;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/** The API keys that the service accepts. */
final class ApiKeys implements AuthenticationProvider {

  private static final String KEYS = "MANEUVER_KEYS (maneuver.security.keys)";
  private static final String FILE = "MANEUVER_KEYS_FILE (maneuver.security.keys-file)";
  private static final String REMEDY =
      "Make a key, and the entry for it, with the command keys: keys --name alice --role write.";

  private final List<ApiKey> keys;

  private ApiKeys(List<ApiKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * Reads the keys in the settings.
   *
   * @throws AccessSettingException if one of them is not a key
   */
  static ApiKeys of(SecurityProperties settings) {
    List<ApiKey> keys = new ArrayList<>();
    for (String plain : settings.apiKey()) {
      keys.add(ApiKey.ofPlain(keys.size(), plain));
    }
    int number = 0;
    for (String entry : settings.keys()) {
      number++;
      add(keys, entry, KEYS + ", entry " + number);
    }
    Path file = settings.keysFile();
    if (file != null) {
      addFrom(file, keys);
    }
    return new ApiKeys(keys);
  }

  private static void addFrom(Path file, List<ApiKey> keys) {
    int before = keys.size();
    int number = 0;
    for (String line : lines(file)) {
      number++;
      String entry = line.strip();
      if (!entry.isEmpty() && !entry.startsWith("#")) {
        add(keys, entry, file + ", line " + number);
      }
    }
    if (keys.size() == before) {
      // Otherwise a file that was mounted empty would open the service to everyone.
      throw new AccessSettingException(file + ": has no key", REMEDY);
    }
  }

  private static List<String> lines(Path file) {
    String remedy = "Correct " + FILE + ", or leave it empty.";
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      throw new AccessSettingException(file + ": no such file", remedy, e);
    } catch (AccessDeniedException e) {
      throw new AccessSettingException(file + ": permission denied", remedy, e);
    } catch (MalformedInputException e) {
      throw new AccessSettingException(file + ": is not a text file in UTF-8", remedy, e);
    } catch (IOException e) {
      String reason = Files.isDirectory(file) ? "is a directory, not a file" : "cannot be read";
      throw new AccessSettingException(file + ": " + reason, remedy, e);
    }
  }

  private static void add(List<ApiKey> keys, String entry, String place) {
    ApiKey key;
    try {
      key = ApiKey.parse(entry);
    } catch (IllegalArgumentException e) {
      throw new AccessSettingException(place + ": " + e.getMessage(), REMEDY, e);
    }
    for (ApiKey other : keys) {
      String same =
          other.caller().id().equals(key.caller().id())
              ? "there is another " + key.caller().id()
              : other.hasHash(key.hash())
                  ? key.caller().id() + " has the hash of " + other.caller().id()
                  : "";
      if (!same.isEmpty()) {
        throw new AccessSettingException(
            place + ": " + same, "Give each caller a separate name and key.");
      }
    }
    keys.add(key);
  }

  boolean isEmpty() {
    return keys.isEmpty();
  }

  @Override
  public Authentication authenticate(Authentication authentication) {
    byte[] given = ApiKey.hashOf(((Unverified) authentication).key);
    Caller caller = null;
    for (ApiKey key : keys) {
      if (key.hasHash(given)) {
        caller = key.caller();
      }
    }
    if (caller == null) {
      throw new BadCredentialsException("the API key is wrong");
    }
    return new CallerAuthentication(caller);
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return authentication == Unverified.class;
  }

  /** The API key of a request, not compared yet. */
  static final class Unverified extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final String key;

    Unverified(String key) {
      super(AuthorityUtils.NO_AUTHORITIES);
      this.key = key;
    }

    @Override
    public String getCredentials() {
      return key;
    }

    @Override
    public @Nullable Object getPrincipal() {
      return null;
    }

    /** Omits the key. */
    @Override
    public String toString() {
      return "an API key";
    }
  }
}

package space.maneuver.command;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import space.maneuver.command.terminal.Console;

@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description =
        "Makes an API key for the service: prints the key, which is kept nowhere, and the entry for"
            + " MANEUVER_KEYS or the file MANEUVER_KEYS_FILE, which contains only its hash.",
    customSynopsis = "maneuver-detection keys --name NAME [--role ROLE]",
    footerHeading = "%nExample:%n",
    footer = "  java -jar maneuver-detection.jar keys --name alice --role write")
final class KeysCommand implements Callable<Integer> {

  /** As the service knows them, which reads the entry; a test compares the two. */
  enum Role {
    READ,
    WRITE,
    ADMIN
  }

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,63}");
  private static final int KEY_BYTES = 128 / Byte.SIZE;

  @Spec private @Nullable CommandSpec command;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      required = true,
      description =
          "Name of the caller in logs and records: up to 64 letters, digits, '.', '_' and '-',"
              + " starting with a letter. Required.")
  private String name = "";

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      defaultValue = "READ",
      description =
          "Role of the caller: read, write (also store element sets) or admin (also delete objects)"
              + " (default: read).")
  private Role role = Role.READ;

  @Override
  public Integer call() {
    if (!NAME.matcher(name).matches()) {
      throw Console.usage(
          command,
          "--name must be 1 to 64 letters, digits, '.', '_' or '-', starting with a letter, but is '"
              + name
              + "'");
    }
    byte[] random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    String key = HexFormat.of().formatHex(random);
    PrintWriter out = Console.out(command);
    out.println("key:   " + key);
    out.println(
        "entry: "
            + name
            + ":"
            + role.name().toLowerCase(Locale.ROOT)
            + ":"
            + DigestUtils.sha256Hex(key));
    out.flush();
    Console.err(command)
        .println("Give the key to the caller now: it is not kept and cannot be shown again.");
    return ExitCode.OK;
  }
}

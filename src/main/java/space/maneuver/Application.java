package space.maneuver;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import space.maneuver.command.CommandLineProgram;

/**
 * Without an argument, or with {@code serve}, the web service, whose settings may follow as {@code
 * --name=value}; otherwise the command named.
 */
@SpringBootApplication(scanBasePackages = "space.maneuver.web")
public class Application {

  private static final String SERVE = "serve";

  public static void main(String[] arguments) {
    if (arguments.length == 0 || isSetting(arguments[0])) {
      SpringApplication.run(Application.class, arguments);
    } else if (arguments[0].equals(SERVE) && !CommandLineProgram.asksForHelp(arguments)) {
      SpringApplication.run(Application.class, Arrays.copyOfRange(arguments, 1, arguments.length));
    } else {
      System.exit(CommandLineProgram.run(arguments));
    }
  }

  private static boolean isSetting(String argument) {
    return argument.startsWith("--") && argument.contains("=");
  }
}

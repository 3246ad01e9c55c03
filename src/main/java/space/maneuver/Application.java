package space.maneuver;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import space.maneuver.command.CommandLineProgram;
import space.maneuver.model.TorchEngine;

/**
 * Without an argument, or with {@code serve}, the web service, whose settings may follow as {@code
 * --name=value}; otherwise the command named.
 */
@SpringBootApplication(scanBasePackages = "space.maneuver.web")
public class Application {

  private static final String SERVE = "serve";

  public static void main(String[] arguments) {
    if (arguments.length == 0 || isSetting(arguments[0])) {
      serve(arguments);
    } else if (arguments[0].equals(SERVE) && !CommandLineProgram.asksForHelp(arguments)) {
      serve(Arrays.copyOfRange(arguments, 1, arguments.length));
    } else {
      System.exit(CommandLineProgram.run(arguments));
    }
  }

  private static void serve(String[] settings) {
    // PyTorch takes as long to load as Spring, which does not need it at first.
    Thread loader = new Thread(TorchEngine::prepare, "pytorch-loader");
    loader.setDaemon(true);
    loader.start();
    SpringApplication.run(Application.class, settings);
  }

  private static boolean isSetting(String argument) {
    return argument.startsWith("--") && argument.contains("=");
  }
}

package space.maneuver.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import space.maneuver.bench.BenchCommand;
import space.maneuver.command.terminal.Console;
import space.maneuver.command.terminal.HelpGroups;
import space.maneuver.model.bundle.BundleException;
import space.maneuver.model.registry.UnknownModelException;
import space.maneuver.orbit.ElementSetStore.TooManyElementSetsException;
import space.maneuver.orbit.UnreadableInputException;

/** The command line. The web service is started elsewhere and listed here for the help only. */
@Command(
    name = "maneuver-detection",
    description =
        "Detects satellite maneuvers in public orbit data: whether, when and how a satellite"
            + " maneuvered.",
    mixinStandardHelpOptions = true,
    versionProvider = CommandLineProgram.BuildVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar maneuver-detection.jar",
      "  java -jar maneuver-detection.jar detect history.tle",
      "  java -jar maneuver-detection.jar detect --help"
    },
    subcommands = {
      CommandLineProgram.ServeCommand.class,
      DetectCommand.class,
      ScoreWindowsCommand.class,
      TrainCommand.class,
      EvaluateCommand.class,
      SimulateCommand.class,
      IngestCommand.class,
      LabelsCommand.class,
      KeysCommand.class,
      BenchCommand.class
    })
public final class CommandLineProgram {

  private static final String LOG_SETTING = "logback.configurationFile";
  private static final String LOG_TO_STANDARD_ERROR = "logback-command.xml";

  private CommandLineProgram() {}

  /** Returns whether the arguments ask for help. */
  public static boolean asksForHelp(String[] arguments) {
    return Arrays.asList(arguments).contains("--help") || Arrays.asList(arguments).contains("-h");
  }

  /**
   * Runs a command. Its result goes to standard output, everything else to standard error.
   *
   * @return exit status: 0 done, 1 nothing usable or some input unreadable, 2 wrong usage
   */
  public static int run(String... arguments) {
    System.setProperty(LOG_SETTING, LOG_TO_STANDARD_ERROR);
    return HelpGroups.arrange(new CommandLine(new CommandLineProgram()))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((e, given) -> usage(e))
        .setExecutionExceptionHandler((e, line, parsed) -> explain(e, line))
        .execute(arguments);
  }

  private static int usage(ParameterException e) {
    CommandLine line = e.getCommandLine();
    PrintWriter err = line.getErr();
    err.println(line.getColorScheme().errorText(e.getMessage()));
    UnmatchedArgumentException.printSuggestions(e, err);
    err.printf("Try '%s --help'.%n", line.getCommandSpec().qualifiedName());
    return line.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static int explain(Exception e, CommandLine line) throws Exception {
    PrintWriter err = line.getErr();
    if (e instanceof UnknownModelException || e instanceof BundleException) {
      err.println(e.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    if (e instanceof TooManyElementSetsException) {
      err.println(e.getMessage() + ": raise --max-element-sets, or use --grouped");
      return CommandLine.ExitCode.SOFTWARE;
    }
    if (e instanceof UnreadableInputException || e instanceof IllegalArgumentException) {
      err.println(e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    if (e instanceof FileSystemException fault) {
      err.println(Console.reason(fault));
      return CommandLine.ExitCode.SOFTWARE;
    }
    if (e instanceof IOException) {
      err.println(e.getClass().getSimpleName() + ": " + e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    throw e;
  }

  /** The version recorded by the build. */
  static final class BuildVersion implements IVersionProvider {

    private static final String BUILD_INFO = "/META-INF/build-info.properties";

    @Override
    public String[] getVersion() throws IOException {
      Properties build = new Properties();
      try (InputStream in = BuildVersion.class.getResourceAsStream(BUILD_INFO)) {
        if (in != null) {
          build.load(in);
        }
      }
      return new String[] {"maneuver-detection " + build.getProperty("build.version", "unknown")};
    }
  }

  /** Documents the web service, which is started before any command is parsed. */
  @Command(
      name = "serve",
      mixinStandardHelpOptions = true,
      description = {
        "Starts the web service at http://localhost:8080/; this is also what happens without a"
            + " command.",
        "Settings follow as --name=value, for example --server.port=8081; application.yml lists"
            + " them with their defaults."
      },
      customSynopsis = "maneuver-detection serve [--NAME=VALUE]...",
      footerHeading = "%nExample:%n",
      footer = "  java -jar maneuver-detection.jar serve --server.port=8081")
  static final class ServeCommand {}
}

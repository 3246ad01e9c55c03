package space.maneuver.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import space.maneuver.command.terminal.HelpGroups;

class CommandLineProgramTest {

  static Stream<String> commands() {
    Command program = CommandLineProgram.class.getAnnotation(Command.class);
    return Stream.of(program.subcommands())
        .map(command -> command.getAnnotation(Command.class).name());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandExplainsItself(String command) {
    for (String flag : new String[] {"--help", "-h"}) {
      CommandRun run = CommandRun.of(command, flag);

      assertThat(run.status()).isZero();
      assertThat(run.out()).contains("Usage: maneuver-detection " + command);
      assertThat(run.err()).isEmpty();
    }
  }

  @Test
  void helpListsEveryCommand() {
    CommandRun run = CommandRun.of("--help");

    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("Usage: maneuver-detection").contains(commands().toList());
  }

  @Test
  void helpIsWrittenInWholeSentences() {
    CommandLine program = new CommandLine(CommandLineProgram.class);
    assertThat(program.getSubcommands()).hasSameSizeAs(commands().toList());

    program
        .getSubcommands()
        .forEach(
            (name, command) -> {
              assertThat(command.getCommandSpec().usageMessage().description())
                  .as(name)
                  .allMatch(paragraph -> paragraph.endsWith("."));
              for (ArgSpec option : command.getCommandSpec().args()) {
                assertThat(option.description()).as(option.toString()).hasSize(1);
              }
            });
  }

  @Test
  void everyOptionIsListedOnceUnderAHeading() {
    CommandLine program = HelpGroups.arrange(new CommandLine(CommandLineProgram.class));

    program
        .getSubcommands()
        .forEach(
            (name, command) -> {
              String help = command.getUsageMessage();
              for (OptionSpec option : command.getCommandSpec().options()) {
                assertThat(
                        help.split("\n(  -., |      )" + option.longestName() + "(?![\\w-])", -1))
                    .as(name + " " + option.longestName())
                    .hasSize(2);
              }
              assertThat(help.lines()).as(name).allMatch(line -> line.length() <= 100);
            });
    assertThat(CommandRun.of("train", "--help").out())
        .containsSubsequence(
            "\nTraining data:\n",
            "\nNetwork:\n",
            "\nTraining:\n",
            "\nOutput:\n",
            "\nOptions:\n",
            "\nExamples:\n");
  }

  @Test
  void everyOptionWithAValueSaysItsDefaultOrThatItIsRequired() {
    new CommandLine(CommandLineProgram.class)
        .getSubcommands()
        .forEach(
            (name, command) ->
                assertThat(command.getCommandSpec().options())
                    .as(name)
                    .filteredOn(option -> option.arity().max() > 0 && option.group() == null)
                    .allMatch(
                        option ->
                            option.description()[0].contains("default:")
                                || option.description()[0].endsWith("Required.")));
  }

  @Test
  void listOfCommandsCutsNoSentence() {
    String commands = CommandRun.of("--help").out().split("Commands:\n")[1].split("\n\n")[0];

    assertThat(commands.split("\n(?=  \\w)"))
        .hasSize(10)
        .allMatch(each -> each.strip().endsWith("."));
  }

  @Test
  void versionIsOneLineOnStandardOutput() {
    CommandRun run = CommandRun.of("--version");

    assertThat(run.status()).isZero();
    assertThat(run.out().strip()).matches("maneuver-detection (\\d+\\.\\d+\\.\\d+.*|unknown)");
  }

  @Test
  void unknownCommandIsAUsageError() {
    CommandRun run = CommandRun.of("levitate");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("'levitate'");
  }

  @Test
  void unknownOptionIsAUsageError(@TempDir Path directory) {
    CommandRun run = CommandRun.of("simulate", "--output", directory, "--levitate");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("'--levitate'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"train", "evaluate", "simulate"})
  void missingOutputIsAUsageError(String command) {
    CommandRun run = CommandRun.of(command);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--output");
    assertThat(run.err().lines())
        .hasSize(2)
        .last()
        .isEqualTo("Try 'maneuver-detection " + command + " --help'.");
  }

  @Test
  void unknownModelIsAUsageError(@TempDir Path directory) {
    Path nowhere = directory.resolve("no-model");

    CommandRun run = CommandRun.of("score-windows", "x.tle", "--days", 30, "--model", nowhere);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("no-model").doesNotContain("\tat ");
  }
}

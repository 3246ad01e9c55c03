package space.maneuver.command;

import picocli.CommandLine.Command;

/** Stands in the help for the web service, which is started before any command is looked at. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Starts the web service (also without any command).",
      "Settings follow as --name=value, for example --server.port=8081; see " + "application.yml."
    })
final class ServeCommand {}

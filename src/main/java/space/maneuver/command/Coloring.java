package space.maneuver.command;

import picocli.CommandLine.Help.Ansi;

/** When a command writes in colours. */
enum Coloring {
  AUTO(Ansi.AUTO),
  ALWAYS(Ansi.ON),
  NEVER(Ansi.OFF);

  private final Ansi ansi;

  Coloring(Ansi ansi) {
    this.ansi = ansi;
  }

  Ansi ansi() {
    return ansi;
  }
}

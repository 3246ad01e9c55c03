package space.maneuver.command.terminal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Layout;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Lists the options of a command under headings in its help. picocli's own argument groups would
 * change how options are parsed.
 */
public final class HelpGroups {

  private static final int WIDTH = 100;
  private static final int NAME_WIDTH = 28;

  /** A heading, in the order of the help. */
  public enum Heading {
    INPUT("Input"),
    DATA("Training data"),
    SIMULATION("Simulation"),
    PLANTING("Planted burns"),
    NETWORK("Network"),
    LOOP("Training"),
    EVALUATION("Evaluation"),
    MODEL("Model"),
    CATALOGUE("Catalogue"),
    OUTPUT("Output"),
    OTHER("Options");

    private final String title;

    Heading(String title) {
      this.title = title;
    }
  }

  /** The heading of an option, or of every option of a class that has none itself. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.FIELD})
  public @interface Under {
    Heading value();
  }

  private HelpGroups() {}

  /** Applies headings and width to the help of a program and its commands. */
  public static CommandLine arrange(CommandLine program) {
    program.getSubcommands().values().forEach(HelpGroups::arrange);
    program.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpGroups::options);
    return program.setUsageHelpWidth(WIDTH).setUsageHelpLongOptionsMaxWidth(NAME_WIDTH);
  }

  private static String options(Help help) {
    Map<Heading, List<OptionSpec>> groups = new EnumMap<>(Heading.class);
    List<OptionSpec> all = help.commandSpec().options();
    for (OptionSpec option : all) {
      if (!option.hidden() && option.group() == null) {
        groups.computeIfAbsent(heading(option), unseen -> new ArrayList<>()).add(option);
      }
    }
    StringBuilder text = new StringBuilder();
    groups.forEach(
        (heading, options) -> {
          Layout layout =
              help.createDefaultLayout(
                  all, help.commandSpec().positionalParameters(), help.colorScheme());
          layout.addOptions(options, help.parameterLabelRenderer());
          text.append(help.createHeading("%n" + heading.title + ":%n")).append(layout);
        });
    return text.append(help.optionListGroupSections()).toString();
  }

  public static Heading heading(OptionSpec option) {
    if (!(option.userObject() instanceof Field field)) {
      return Heading.OTHER;
    }
    @Nullable Under own = field.getAnnotation(Under.class);
    @Nullable Under common = field.getDeclaringClass().getAnnotation(Under.class);
    return own != null ? own.value() : common != null ? common.value() : Heading.OTHER;
  }
}

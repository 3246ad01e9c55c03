package space.maneuver.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import space.maneuver.command.terminal.Console;
import space.maneuver.command.terminal.HelpGroups.Heading;
import space.maneuver.command.terminal.HelpGroups.Under;
import space.maneuver.training.loop.Checkpoints;
import space.maneuver.training.loop.LoopSettings;
import space.maneuver.training.loop.Schedule;

/** The options of the training loop. */
@Under(Heading.LOOP)
final class LoopOptions {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--schedule",
      paramLabel = "NAME",
      converter = ScheduleConverter.class,
      description = "Learning rate schedule: one-cycle, cosine or constant (default: one-cycle).")
  private Schedule schedule = LoopSettings.USUAL.schedule();

  @Option(
      names = "--positive-weight",
      paramLabel = "X",
      description =
          "Weight of a step with a burn in the loss, above 0; steps without a burn weigh 1 (default:"
              + " 1).")
  private double positiveWeight = LoopSettings.USUAL.positiveWeight();

  @Option(
      names = "--patience",
      paramLabel = "N",
      description =
          "Stop after N validations without a lower loss, counted from the peak of the learning"
              + " rate, and keep the best weights; 0 trains to the end on all satellites (default:"
              + " 0).")
  private int patience = LoopSettings.USUAL.patience();

  @Option(
      names = "--validation-share",
      paramLabel = "X",
      description =
          "With --patience: share of the satellites held out for validation, above 0 and below 1"
              + " (default: 0.2).")
  private double validationShare = LoopSettings.USUAL.validationShare();

  @Option(
      names = "--validate-every",
      paramLabel = "STEPS",
      description = "With --patience: steps between validations, at least 1 (default: 20).")
  private int validateEvery = LoopSettings.USUAL.validateEvery();

  @Option(
      names = "--checkpoint-every",
      paramLabel = "STEPS",
      description =
          "Steps between checkpoints, at least 1 (default: 50). After an interruption, the same"
              + " command resumes from the last checkpoint and produces the same bytes.")
  private int checkpointEvery = Checkpoints.USUAL_STEPS;

  LoopSettings settings() {
    try {
      return new LoopSettings(schedule, positiveWeight, patience, validationShare, validateEvery);
    } catch (IllegalArgumentException e) {
      throw Console.usage(command, String.valueOf(e.getMessage()));
    }
  }

  int checkpointEvery() {
    if (checkpointEvery < 1) {
      throw Console.usage(command, "--checkpoint-every must be at least 1, not " + checkpointEvery);
    }
    return checkpointEvery;
  }

  private static final class ScheduleConverter implements ITypeConverter<Schedule> {
    @Override
    public Schedule convert(String value) {
      for (Schedule schedule : Schedule.values()) {
        if (schedule.toString().equalsIgnoreCase(value)) {
          return schedule;
        }
      }
      throw new TypeConversionException(
          "expected one-cycle, cosine or constant but was '" + value + "'");
    }
  }
}

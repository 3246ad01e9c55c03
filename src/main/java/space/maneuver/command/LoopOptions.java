package space.maneuver.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import space.maneuver.training.loop.Checkpoints;
import space.maneuver.training.loop.LoopSettings;
import space.maneuver.training.loop.Schedule;

/** How a training goes on and ends. */
final class LoopOptions {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--schedule",
      converter = ScheduleConverter.class,
      description = "Learning rate: one-cycle (the usual), cosine or constant.")
  private Schedule schedule = LoopSettings.USUAL.schedule();

  @Option(
      names = "--positive-weight",
      paramLabel = "X",
      description = "What a burn counts in the loss, where anything else counts 1 (usual: 1).")
  private double positiveWeight = LoopSettings.USUAL.positiveWeight();

  @Option(
      names = "--patience",
      paramLabel = "N",
      description =
          "Ends a training after N validations without a better loss, counted from the "
              + "learning rate's peak on, and keeps the best weights (usual: 0, which trains to "
              + "the end on all satellites).")
  private int patience = LoopSettings.USUAL.patience();

  @Option(
      names = "--validation-share",
      paramLabel = "X",
      description = "With --patience: share of the satellites left out to validate (usual: 0.2).")
  private double validationShare = LoopSettings.USUAL.validationShare();

  @Option(
      names = "--validate-every",
      paramLabel = "STEPS",
      description = "With --patience: steps from one validation to the next (usual: 20).")
  private int validateEvery = LoopSettings.USUAL.validateEvery();

  @Option(
      names = "--checkpoint-every",
      paramLabel = "STEPS",
      description =
          "Steps from one checkpoint to the next (usual: 50). The same command, started "
              + "again after a stop, goes on from the last one and gives the same bytes.")
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
      throw Console.usage(command, "--checkpoint-every: at least 1, not " + checkpointEvery);
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

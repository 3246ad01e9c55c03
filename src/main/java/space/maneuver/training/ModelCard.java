package space.maneuver.training;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import space.maneuver.evaluation.Evaluation;
import space.maneuver.evaluation.report.Contents;
import space.maneuver.features.gap.ElementSetFeatures;
import space.maneuver.features.window.Channel;
import space.maneuver.features.window.Sampling;
import space.maneuver.model.bundle.Architecture;
import space.maneuver.model.bundle.MeasuredRegimes;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.bundle.TrainingRecord.TrainingData;
import space.maneuver.orbit.OrbitRegime;

/** The model card (Mitchell et al. 2019) of a bundle, in Markdown. */
final class ModelCard {

  private static final int CURVE_ROWS = 20;
  private static final int BAR = 40;

  private final StringBuilder text = new StringBuilder();

  private ModelCard() {}

  /**
   * Returns the card: what the model is for, the figures that decide, network, training, and all
   * other figures.
   *
   * @param bundle the new bundle
   * @param from the bundle that was fine-tuned; null for a training from fresh weights
   * @param unseen warning about regimes without new data, in prose; may be empty
   * @param settings of the training
   * @param network the trained network with its loss curve
   * @param evaluation figures, calibration and thresholds
   * @param command the command line that makes the bundle again
   */
  static String markdown(
      ModelBundle bundle,
      @Nullable ModelBundle from,
      String unseen,
      TrainingSettings settings,
      TrainedNetwork network,
      Evaluation evaluation,
      String command) {
    ModelCard body = new ModelCard();
    body.accuracy(evaluation);
    body.network(bundle);
    body.training(bundle, from, unseen, settings, network);
    body.text.append("Reproduce with `").append(command).append("`.\n\n");
    body.lossCurve(network);
    body.text.append(evaluation.details());
    return introduction(bundle) + Contents.titles(body.text.toString()) + body.text;
  }

  private static String introduction(ModelBundle bundle) {
    boolean perGap = bundle.features().sampling() == Sampling.PER_ELEMENT_SET;
    return """
        # %s %s

        Estimates from the element sets of one satellite the probability of a maneuver %s. The
        network takes one step per %s. It is meant for satellites in orbits like those below, with
        an element set on most days.

        A detection does not prove a maneuver, and silence does not prove that there was none: burns
        that change the orbit by less than the noise of the element sets cannot be seen, and it takes
        days of element sets before a burn shows.

        """
        .formatted(
            bundle.name(),
            bundle.version(),
            perGap
                ? "in each gap between them and in windows of 30 and 60 days"
                : "in windows of 30 and 60 days",
            perGap ? "element set" : "day");
  }

  private void accuracy(Evaluation evaluation) {
    text.append(evaluation.summary());
    text.append("## Regimes\n\nThe satellites that the figures rest on.\n\n");
    text.append(measuredRegimes(evaluation));
    text.append("## How the figures were made\n\n").append(evaluation.protocol()).append("\n\n");
  }

  private void network(ModelBundle bundle) {
    Architecture architecture = bundle.architecture();
    text.append("## Network\n\n");
    text.append(
        "%s of type %s%s %s of %d units, dropout %s and a linear output. %d inputs per step: the"
            .formatted(
                counted(architecture.members(), "network"),
                architecture.type(),
                architecture.members() == 1 ? " with" : ", each with",
                counted(architecture.layers(), "layer"),
                architecture.hidden(),
                architecture.dropout(),
                architecture.inputs()));
    text.append(" channels below and the observation mask, which is 1 where a step has data.\n\n");
    text.append("| channel | unit | meaning |\n|---|---|---|\n");
    for (Channel channel : bundle.features().channels()) {
      row(channel.name(), channel.unit(), channel.meaning());
    }
    text.append('\n');
    if (bundle.features().sampling() == Sampling.PER_ELEMENT_SET) {
      text.append(ElementSetFeatures.SCALING).append("\n\n");
    }
  }

  private void training(
      ModelBundle bundle,
      @Nullable ModelBundle from,
      String unseen,
      TrainingSettings settings,
      TrainedNetwork network) {
    text.append("## Training\n\n");
    text.append(
        "%d steps of %d windows, AdamW, learning rate up to %s, weight decay %s, seed %d; %s.\n\n"
            .formatted(
                settings.steps(),
                settings.batch(),
                settings.learningRate(),
                settings.weightDecay(),
                settings.seed(),
                bundle.training().solarFlux() ? "with F10.7" : "without F10.7"));
    String loop = settings.loop().asOptions();
    if (!loop.isEmpty()) {
      text.append(
          "Other than the defaults:%s. The training ended after step %d; the weights are those of step %d.\n\n"
              .formatted(loop, network.steps(), network.bestStep()));
    }
    if (from != null) {
      text.append(
          "Fine-tuned from %s %s, whose training data are listed too.%s\n\n"
              .formatted(
                  from.name(), from.version(), unseen.isEmpty() ? "" : " **" + unseen + "**"));
    }
    text.append("| history | catalogue number | element sets | burns |\n|---|---|---|---|\n");
    for (TrainingData data : bundle.training().data()) {
      row(data.name(), data.noradId(), data.elementSets(), data.burns());
    }
    int simulated = bundle.training().simulatedHistories();
    row(
        "simulated, %d %s".formatted(simulated, simulated == 1 ? "history" : "histories"),
        "",
        "",
        "");
    text.append('\n');
  }

  private void row(Object... cells) {
    text.append(
        Arrays.stream(cells)
            .map(cell -> cell.toString().replace("|", "\\|"))
            .collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  private static String counted(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private void lossCurve(TrainedNetwork network) {
    double[] losses = network.losses();
    double highest = 0;
    for (double loss : losses) {
      highest = Math.max(highest, loss);
    }
    text.append(
        "Training loss (step, mean cross entropy since the line above; lower is better):\n\n```\n");
    int rows = Math.min(CURVE_ROWS, losses.length);
    for (int row = 0; row < rows; row++) {
      int from = row * losses.length / rows;
      int to = (row + 1) * losses.length / rows;
      double mean = 0;
      for (int i = from; i < to; i++) {
        mean += losses[i] / (to - from);
      }
      int bar = (int) Math.round(BAR * mean / highest);
      long step = (long) network.steps() * to / losses.length;
      text.append("%6d  %.4f  %s\n".formatted(step, mean, "#".repeat(bar)));
    }
    text.append("```\n\n");
  }

  private static String measuredRegimes(Evaluation evaluation) {
    StringBuilder table = new StringBuilder("| regime | measured on |\n|---|---|\n");
    for (OrbitRegime regime : OrbitRegime.values()) {
      table
          .append("| ")
          .append(regime)
          .append(" | ")
          .append(measuredOn(MeasuredRegimes.satellites(evaluation.regimes(), regime)))
          .append(" |\n");
    }
    return table.append('\n').toString();
  }

  private static String measuredOn(Set<String> satellites) {
    if (satellites.isEmpty()) {
      return "**not measured**: no held-out satellite with known burns";
    }
    String names = String.join(", ", satellites).replace("|", "\\|");
    return MeasuredRegimes.isReal(satellites) ? names : "**simulated burns only**: " + names;
  }
}

package space.maneuver.training;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import space.maneuver.evaluation.Evaluation;
import space.maneuver.features.window.Channel;
import space.maneuver.features.window.Sampling;
import space.maneuver.model.bundle.Architecture;
import space.maneuver.model.bundle.MeasuredRegimes;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.bundle.TrainingRecord.TrainingData;
import space.maneuver.orbit.OrbitRegime;

/** The model card (Mitchell et al. 2019), Markdown. */
final class ModelCard {

  private static final int CURVE_ROWS = 20;
  private static final int BAR = 40;

  private ModelCard() {}

  /**
   * @param from the bundle that the training went on from; null where the weights were fresh
   * @param unseen what the new histories do not show, for a person; may be empty
   */
  static String markdown(
      ModelBundle bundle,
      @Nullable ModelBundle from,
      String unseen,
      TrainingSettings settings,
      TrainedNetwork network,
      Evaluation evaluation,
      String command) {
    boolean perGap = bundle.features().sampling() == Sampling.PER_ELEMENT_SET;
    StringBuilder card = new StringBuilder();
    card.append("# ").append(bundle.name()).append(' ').append(bundle.version()).append("\n\n");
    card.append(
        """
        Tells from the element sets of one satellite, a step per %s, how probable a maneuver %s
        is. Meant for satellites in orbits like those below, with an element set on most days.

        It is not a proof of a maneuver, nor of none: burns that change the orbit by less than the
        element sets' own noise cannot be seen, and a burn needs days of element sets to show.

        ## Regimes

        """
            .formatted(
                perGap ? "element set" : "day",
                perGap
                    ? "in each gap between them, and in a window of 30 or 60 days,"
                    : "in a window of 30 or 60 days"));
    card.append(CardRegimes.of(evaluation)).append("## Network\n\n");
    Architecture architecture = bundle.architecture();
    card.append(
        "%d x %s with %d layers of %d, dropout %s, linear; %d inputs a step: the channels below and the"
            .formatted(
                architecture.members(),
                architecture.type(),
                architecture.layers(),
                architecture.hidden(),
                architecture.dropout(),
                architecture.inputs()));
    card.append(" observation mask.\n\n| channel | unit | meaning |\n|---|---|---|\n");
    for (Channel channel : bundle.features().channels()) {
      card.append(
          "| %s | %s | %s |\n".formatted(channel.name(), channel.unit(), channel.meaning()));
    }
    card.append("\n## Training\n\n");
    card.append(
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
      card.append(
          "Apart from the usual:%s; ended after step %d, with the weights of step %d.\n\n"
              .formatted(loop, network.steps(), network.bestStep()));
    }
    if (from != null) {
      card.append(
          "Went on from %s %s; what that was trained on is listed too.%s\n\n"
              .formatted(
                  from.name(), from.version(), unseen.isEmpty() ? "" : " **" + unseen + "**"));
    }
    card.append("| history | catalogue number | element sets | burns |\n|---|---|---|---|\n");
    for (TrainingData data : bundle.training().data()) {
      card.append(
          "| %s | %d | %d | %d |\n"
              .formatted(data.name(), data.noradId(), data.elementSets(), data.burns()));
    }
    card.append(
        "| simulated, %d histories | | | |\n\n".formatted(bundle.training().simulatedHistories()));
    card.append("Made again by `").append(command).append("`.\n\n");
    curve(card, network);
    card.append("\n## Figures\n\n").append(evaluation.protocol()).append("\n\n");
    card.append(evaluation.tables());
    return card.toString();
  }

  private static void curve(StringBuilder card, TrainedNetwork network) {
    double[] losses = network.losses();
    double highest = 0;
    for (double loss : losses) {
      highest = Math.max(highest, loss);
    }
    card.append("Loss (mean over the steps up to the one named):\n\n```\n");
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
      card.append("%6d  %.4f  %s\n".formatted(step, mean, "#".repeat(bar)));
    }
    card.append("```\n");
  }

  /** What an {@link Evaluation} was measured on, regime by regime, Markdown. */
  private static final class CardRegimes {

    private CardRegimes() {}

    static String of(Evaluation evaluation) {
      StringBuilder text = new StringBuilder("| regime | measured on |\n|---|---|\n");
      for (OrbitRegime regime : OrbitRegime.values()) {
        text.append("| ")
            .append(regime)
            .append(" | ")
            .append(measuredOn(MeasuredRegimes.satellites(evaluation.regimes(), regime)))
            .append(" |\n");
      }
      return text.append('\n').toString();
    }

    private static String measuredOn(Set<String> satellites) {
      if (satellites.isEmpty()) {
        return "**not measured**: no satellite with known burns; rests on what was trained on";
      }
      String names = String.join(", ", satellites);
      return MeasuredRegimes.isReal(satellites) ? names : "**simulated burns only**: " + names;
    }
  }
}

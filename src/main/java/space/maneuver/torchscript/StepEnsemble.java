package space.maneuver.torchscript;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An ensemble of {@link StepNetwork}s of one kind in one module, which answers with the mean of
 * their logits. In training, {@code steps} returns the logits of all members stacked, (members x
 * batch, time), so that each learns separately.
 *
 * @param member description of each member
 * @param members number of members, at least 1
 */
public record StepEnsemble(StepNetwork member, int members) {

  private static final String CLASS_NAME = "ManeuverEnsemble";
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  /**
   * @throws IllegalArgumentException if there is no member
   */
  public StepEnsemble {
    if (members < 1) {
      throw new IllegalArgumentException("members must be at least 1, not " + members);
    }
  }

  /**
   * Returns the ensemble with fresh parameters, different for each member; equal seeds give equal
   * numbers.
   */
  public TorchScriptArchive initialise(long seed) {
    List<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute.Flag("training", false));
    String memberSource = "";
    for (int i = 0; i < members; i++) {
      TorchScriptArchive network = member.initialise(seed + i * GOLDEN_GAMMA);
      attributes.add(
          new Attribute.Submodule("member" + i, network.className(), network.attributes()));
      memberSource = network.source();
    }
    return new TorchScriptArchive(CLASS_NAME, memberSource + "\n" + source(), attributes);
  }

  private String source() {
    String className = member.readout().className(member.architecture());
    String method = "." + member.readout().method() + "(x, lengths)";
    return TorchScriptSource.read(member.readout().ensemble())
        .replace("$DECLARATIONS", each("\n  ", i -> "member" + i + " : __torch__." + className))
        .replace("$LOGITS", each(", ", i -> "self.member" + i + method))
        .replace("$STEPS", each(", ", i -> "self.member" + i + ".steps(x, lengths)"));
  }

  private String each(String separator, IntFunction<String> text) {
    return IntStream.range(0, members).mapToObj(text).collect(Collectors.joining(separator));
  }
}

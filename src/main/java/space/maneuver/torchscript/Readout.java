package space.maneuver.torchscript;

/** The kind of output that a {@link StepNetwork} is trained for. */
public enum Readout {
  /** One logit per step; a window takes the highest of its steps. */
  EVERY_STEP("ManeuverSteps.py", "ManeuverEnsemble.py", "", "logits"),
  /** One logit per window; short windows answer for the steps they contain. */
  WHOLE_WINDOW("ManeuverWindows.py", "ManeuverWindowEnsemble.py", "Window", "forward");

  private final String skeleton;
  private final String ensemble;
  private final String suffix;
  private final String method;

  Readout(String skeleton, String ensemble, String suffix, String method) {
    this.skeleton = skeleton;
    this.ensemble = ensemble;
    this.suffix = suffix;
    this.method = method;
  }

  /** Returns the source file of a network. */
  String skeleton() {
    return skeleton;
  }

  /** Returns the source file of an ensemble. */
  String ensemble() {
    return ensemble;
  }

  /** Returns the name of the TorchScript class. */
  String className(StepArchitecture architecture) {
    return architecture.className() + suffix;
  }

  /** Returns the method whose logits an ensemble averages. */
  String method() {
    return method;
  }
}

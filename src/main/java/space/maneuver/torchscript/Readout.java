package space.maneuver.torchscript;

/** What a {@link StepNetwork} answers. */
public enum Readout {
  /** Every step; the surest one answers for a window. */
  EVERY_STEP("ManeuverSteps.py", "ManeuverEnsemble.py", "", "logits"),
  /** A window as a whole; short windows answer for the steps that they hold. */
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

  /** Source of a network. */
  String skeleton() {
    return skeleton;
  }

  /** Source of several networks. */
  String ensemble() {
    return ensemble;
  }

  /** What the TorchScript class is called. */
  String className(StepArchitecture architecture) {
    return architecture.className() + suffix;
  }

  /** The method whose logits several networks average. */
  String method() {
    return method;
  }
}

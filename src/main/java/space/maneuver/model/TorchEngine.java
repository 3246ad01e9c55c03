package space.maneuver.model;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;

/**
 * The one place that sets up PyTorch. Every use of it starts here, because its settings count only
 * before its first use.
 */
public final class TorchEngine {

  private static final String NAME = "PyTorch";

  private TorchEngine() {}

  /**
   * Sets what is not set yet: no telemetry, no downloads, and one thread per call, since calls run
   * beside each other.
   */
  public static void prepare() {
    setDefault("OPT_OUT_TRACKING", "true");
    setDefault("ai.djl.offline", "true");
    setDefault("ai.djl.pytorch.num_threads", "1");
    setDefault("ai.djl.pytorch.num_interop_threads", "1");
  }

  /** {@code "gpu"} when PyTorch finds one, else {@code "cpu"}. */
  public static String deviceType() {
    return device().getDeviceType();
  }

  static NDManager newManager() {
    return NDManager.newBaseManager(device(), NAME);
  }

  // Not the engine's count of GPUs, which is that of the machine even where PyTorch has no CUDA.
  private static Device device() {
    prepare();
    Device device = Engine.getEngine(NAME).defaultDevice();
    return device.isGpu() ? device : Device.cpu();
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}

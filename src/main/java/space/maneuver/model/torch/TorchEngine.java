package space.maneuver.model.torch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;

/**
 * The one place that sets up PyTorch. Every use of it starts here, because its settings count only
 * before its first use.
 */
public final class TorchEngine {

  private static final String NAME = "PyTorch";

  /** Asking for the number is what makes it hold for the thread that asks. */
  private static final ThreadLocal<Integer> THREADS =
      ThreadLocal.withInitial(JniUtils::getNumThreads);

  private TorchEngine() {}

  /**
   * Loads PyTorch, if it is not loaded yet, with what is not set otherwise: no telemetry, no
   * downloads, and one thread per call, since calls run beside each other.
   */
  public static void prepare() {
    engine();
  }

  /**
   * Has the calling thread keep to the number of threads that was set. Otherwise OpenMP uses all
   * cores for small batches, and spends more time on waking threads than on computing, until a
   * large batch first makes PyTorch see to it.
   */
  static void keepToThreads() {
    THREADS.get();
  }

  /** {@code "gpu"} when PyTorch finds one, else {@code "cpu"}. */
  public static String deviceType() {
    return engine().defaultDevice().getDeviceType();
  }

  static NDManager newManager() {
    Engine engine = engine();
    return engine.newBaseManager(engine.defaultDevice());
  }

  private static Engine engine() {
    setDefault("OPT_OUT_TRACKING", "true");
    setDefault("ai.djl.offline", "true");
    setDefault("ai.djl.pytorch.num_threads", "1");
    setDefault("ai.djl.pytorch.num_interop_threads", "1");
    Thread thread = Thread.currentThread();
    ClassLoader own = thread.getContextClassLoader();
    // DJL looks for engines through the thread's loader, which need not see inside the jar.
    thread.setContextClassLoader(TorchEngine.class.getClassLoader());
    try {
      return Engine.getEngine(NAME);
    } finally {
      thread.setContextClassLoader(own);
    }
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}

package space.maneuver.model.torch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Configures PyTorch. Every use of PyTorch must start here, since its settings take effect only
 * before its first use.
 */
public final class TorchEngine {

  private static final String NAME = "PyTorch";

  /**
   * PyTorch's intra-op thread count is thread-local and takes effect only once it has been read on
   * that thread.
   */
  private static final ThreadLocal<Integer> THREADS =
      ThreadLocal.withInitial(JniUtils::getNumThreads);

  private TorchEngine() {}

  /**
   * Loads PyTorch if it is not loaded yet, by default without telemetry or downloads and with one
   * thread per call, since calls run concurrently.
   */
  public static void prepare() {
    engine();
  }

  /**
   * Applies the configured number of threads to the calling thread. PyTorch itself applies it at
   * the first large batch only; until then, OpenMP would use all cores, and waking the threads
   * would cost more than the computation.
   */
  static void keepToThreads() {
    THREADS.get();
  }

  /** Returns {@code "gpu"} if PyTorch finds one, otherwise {@code "cpu"}. */
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
    // DJL looks up engines through the thread's context loader, which may not see inside the jar.
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

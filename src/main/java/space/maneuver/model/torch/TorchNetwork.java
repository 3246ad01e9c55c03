package space.maneuver.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A TorchScript module in memory. Safe for concurrent calls; must not be used after close. */
final class TorchNetwork implements AutoCloseable {

  private static final String METHOD_MARK = "module_method:";

  private static final AtomicInteger LIVE = new AtomicInteger();

  private final AtomicBoolean closed = new AtomicBoolean();
  private final NDManager manager;
  private final PtSymbolBlock block;

  /**
   * Loads a module.
   *
   * @throws IOException if PyTorch cannot load it
   */
  TorchNetwork(byte[] archive) throws IOException {
    manager = TorchEngine.newManager();
    try {
      block =
          JniUtils.loadModule(
              (PtNDManager) manager, new ByteArrayInputStream(archive), true, false);
      JniUtils.enableInferenceMode(block);
      LIVE.incrementAndGet();
    } catch (IOException | RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  /** Returns the shape of each parameter by its name. */
  Map<String, Shape> parameterShapes() {
    try (NDManager call = manager.newSubManager()) {
      return JniUtils.moduleGetParams(block, (PtNDManager) call).stream()
          .collect(Collectors.toMap(NDArray::getName, NDArray::getShape));
    }
  }

  /**
   * Calls a method of the module.
   *
   * @param method its name in the source
   * @param expected shape of the result
   * @throws IllegalStateException if the result has another shape
   */
  float[] run(String method, WindowBatch windows, Shape expected) {
    TorchEngine.keepToThreads();
    try (NDManager call = manager.newSubManager()) {
      Shape shape = new Shape(windows.batch(), windows.time(), windows.channels());
      NDArray x = call.create(windows.x(), shape, DataType.FLOAT32);
      NDArray lengths = call.create(windows.lengths());
      NDArray mark = call.create(0);
      mark.setName(METHOD_MARK + method);
      NDArray result =
          IValueUtils.forward(block, new NDList(x, lengths, mark), false).singletonOrThrow();
      if (!result.getShape().equals(expected)) {
        throw new IllegalStateException(
            method + " returned the shape " + result.getShape() + "; expected " + expected);
      }
      return result.toFloatArray();
    }
  }

  /** Frees the native memory; a second call has no effect. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      manager.close();
      LIVE.decrementAndGet();
    }
  }

  /** Returns the number of modules in native memory. */
  static int live() {
    return LIVE.get();
  }
}

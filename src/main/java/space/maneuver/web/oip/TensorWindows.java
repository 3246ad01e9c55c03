package space.maneuver.web.oip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import space.maneuver.features.window.Channel;
import space.maneuver.features.window.FeatureWindow;
import space.maneuver.features.window.Sampling;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.web.config.LimitsProperties;

/** Converts the tensors of a request to the windows of a model. */
final class TensorWindows {

  private final ModelBundle bundle;
  private final LimitsProperties limits;
  private final WindowValues check;
  private final int width;

  TensorWindows(ModelBundle bundle, LimitsProperties limits) {
    this.bundle = bundle;
    this.limits = limits;
    check = new WindowValues(bundle.features().channels());
    width = bundle.features().channels().size();
  }

  /** Also reads the binary data, which come in the order of the inputs. */
  List<FeatureWindow> read(InferenceRequest request, InferenceBody body) throws IOException {
    InputTensor x = null;
    InputTensor lengths = null;
    float[][] values = new float[0][];
    long[] steps = null;
    for (InputTensor input : request.inputs()) {
      if (input.name().equals(ModelTensors.X)) {
        x = input;
        requireShape(x);
        values = new WindowTensor(x, body).read();
      } else {
        lengths = input;
        lengths.require(ModelTensors.INT64, 1, Long.BYTES);
        requireFew(lengths, lengths.shape()[0]);
        steps = new LengthTensor(lengths, body).read();
      }
    }
    body.requireEnd();
    if (x == null) {
      throw InferenceFaults.ofTensor(ModelTensors.X, "is missing");
    }
    if (lengths != null && lengths.shape()[0] != values.length) {
      throw lengths.fault(
          "has " + lengths.shape()[0] + " elements for " + values.length + " windows");
    }
    return windows(x, values, lengths, steps);
  }

  private void requireShape(InputTensor x) {
    long bytes = limits.body().toBytes();
    x.require(ModelTensors.FP32, 3, Float.BYTES);
    requireFew(x, x.shape()[0]);
    if (x.shape()[1] < 1 || x.shape()[1] > limits.steps()) {
      throw x.fault("shape[1] is " + x.shape()[1] + " steps; must be 1 to " + limits.steps());
    }
    if (x.shape()[2] != width) {
      throw x.fault("shape[2] is " + x.shape()[2] + "; the model has " + width + " channels");
    }
    if (x.binaryBytes() > bytes) {
      throw x.fault("has " + x.binaryBytes() + " bytes; the limit of a body is " + bytes);
    }
  }

  private void requireFew(InputTensor tensor, long windows) {
    if (windows < 1 || windows > limits.windows()) {
      throw tensor.fault("shape[0] is " + windows + " windows; must be 1 to " + limits.windows());
    }
  }

  private List<FeatureWindow> windows(
      InputTensor x, float[][] values, @Nullable InputTensor lengths, long @Nullable [] steps) {
    int max = (int) x.shape()[1];
    List<FeatureWindow> windows = new ArrayList<>(values.length);
    for (int i = 0; i < values.length; i++) {
      int own = max;
      if (lengths == null || steps == null) {
        requireDays(x, "shape[1]", own);
      } else {
        own = length(lengths, i, steps[i], max);
      }
      float[] numbers = own == max ? values[i] : Arrays.copyOf(values[i], own * width);
      check.require(x, i, numbers);
      windows.add(new FeatureWindow(null, null, null, days(own), width, numbers));
    }
    return windows;
  }

  private int length(InputTensor lengths, int window, long length, int max) {
    if (length < 1 || length > max) {
      throw lengths.fault("[" + window + "] is " + length + "; must be 1 to " + max);
    }
    requireDays(lengths, "[" + window + "]", (int) length);
    return (int) length;
  }

  private void requireDays(InputTensor tensor, String place, int steps) {
    if (daily() && !bundle.windowDays().contains(steps)) {
      throw tensor.fault(
          place + " is " + steps + " steps; a window has one step per day: " + bundle.windowDays());
    }
  }

  /**
   * Length of the window, days. Where a step is an element set, the request does not give it and
   * the network does not need it.
   */
  private int days(int steps) {
    return daily() ? steps : bundle.windowDays().get(0);
  }

  private boolean daily() {
    return bundle.features().sampling() == Sampling.DAILY;
  }

  /**
   * Reads the elements of {@code lengths}.
   *
   * @param tensor its shape has been checked
   * @param body positioned at its binary data, if it has any
   */
  private record LengthTensor(InputTensor tensor, InferenceBody body) {

    long[] read() throws IOException {
      long[] lengths = new long[(int) tensor.shape()[0]];
      TensorNumbers data = tensor.data();
      if (data == null) {
        byte[] bytes = new byte[lengths.length * Long.BYTES];
        body.read(tensor, 0, bytes, bytes.length);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(lengths);
        return lengths;
      }
      for (int i = 0; i < lengths.length; i++) {
        float number = data.values()[i];
        if (number != Math.rint(number)) {
          throw tensor.fault("[" + i + "] must be a whole number");
        }
        lengths[i] = (long) number;
      }
      return lengths;
    }
  }

  /**
   * Reads the elements of {@code x}, one array per window.
   *
   * @param tensor its shape has been checked
   * @param body positioned at its binary data, if it has any
   */
  private record WindowTensor(InputTensor tensor, InferenceBody body) {

    float[][] read() throws IOException {
      int windows = (int) tensor.shape()[0];
      int size = (int) (tensor.shape()[1] * tensor.shape()[2]);
      TensorNumbers data = tensor.data();
      return data == null ? binary(windows, size) : split(data.values(), windows, size);
    }

    private static float[][] split(float[] numbers, int windows, int size) {
      float[][] values = new float[windows][];
      for (int i = 0; i < windows; i++) {
        values[i] = Arrays.copyOfRange(numbers, i * size, (i + 1) * size);
      }
      return values;
    }

    /** Reads window by window, so that no memory is allocated for data that have not arrived. */
    private float[][] binary(int windows, int size) throws IOException {
      float[][] values = new float[windows][];
      byte[] bytes = new byte[size * Float.BYTES];
      FloatBuffer floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
      for (int i = 0; i < windows; i++) {
        body.read(tensor, (long) i * bytes.length, bytes, bytes.length);
        values[i] = new float[size];
        floats.get(0, values[i]);
      }
      return values;
    }
  }

  /** Checks the numbers of one window. */
  private static final class WindowValues {

    private final List<Channel> channels;

    WindowValues(List<Channel> channels) {
      this.channels = channels;
    }

    /** Refuses a window that contains numbers no model accepts, or no numbers at all. */
    void require(InputTensor tensor, int window, float[] values) {
      if (allFinite(values)) {
        return;
      }
      int width = channels.size();
      boolean observed = false;
      for (int from = 0; from < values.length; from += width) {
        if (observed(values, from, width)) {
          observed = true;
          for (int column = 0; column < width; column++) {
            require(tensor, window, from / width, column, values[from + column]);
          }
        }
      }
      if (!observed) {
        throw tensor.fault("window " + window + " has no numbers");
      }
    }

    private void require(InputTensor tensor, int window, int step, int column, float value) {
      Channel channel = channels.get(column);
      if (Float.isInfinite(value) || Float.isNaN(value) && !channel.nullable()) {
        String rule =
            Float.isNaN(value)
                ? "must not be missing in a step that has data"
                : "must be a finite 32-bit number";
        throw tensor.fault(
            "[" + window + "][" + step + "][" + column + "], " + channel.name() + ", " + rule);
      }
    }

    private static boolean allFinite(float[] values) {
      for (float value : values) {
        if (!(Math.abs(value) <= Float.MAX_VALUE)) {
          return false;
        }
      }
      return true;
    }

    private static boolean observed(float[] values, int from, int width) {
      for (int at = from; at < from + width; at++) {
        if (!Float.isNaN(values[at])) {
          return true;
        }
      }
      return false;
    }
  }
}

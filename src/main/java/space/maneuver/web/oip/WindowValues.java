package space.maneuver.web.oip;

import space.maneuver.features.window.Channel;
import java.util.List;

/** Checks the numbers of one window. */
final class WindowValues {

  private final List<Channel> channels;

  WindowValues(List<Channel> channels) {
    this.channels = channels;
  }

  /** Refuses a window with numbers that no model takes, or with none at all. */
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
      throw tensor.fault("window " + window + " has no number");
    }
  }

  private void require(InputTensor tensor, int window, int step, int column, float value) {
    Channel channel = channels.get(column);
    if (Float.isInfinite(value) || Float.isNaN(value) && !channel.nullable()) {
      String rule =
          Float.isNaN(value)
              ? "must not be missing in a step that is there"
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

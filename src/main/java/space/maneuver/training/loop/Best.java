package space.maneuver.training.loop;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * The weights that validated best so far.
 *
 * @param loss of the validation
 * @param step after which it was
 * @param weights in the module's order
 */
public record Best(double loss, int step, List<float[]> weights) {

  void write(DataOutput to) throws IOException {
    to.writeDouble(loss);
    to.writeInt(step);
    TrainerState.write(weights, to);
  }

  static Best read(DataInput from) throws IOException {
    return new Best(from.readDouble(), from.readInt(), TrainerState.readArrays(from));
  }
}

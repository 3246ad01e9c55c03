package space.maneuver.web.oip;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of an inference request.
 *
 * @param id chosen by the caller, returned unchanged
 * @param inputs in their order, which is that of their binary data
 * @param outputs in their order; empty: all outputs of the model
 * @param binaryOutput whether outputs that do not specify it are returned as binary data
 */
record InferenceRequest(
    @Nullable String id,
    List<InputTensor> inputs,
    List<RequestedOutput> outputs,
    boolean binaryOutput) {

  /** Returns the outputs, each with its form decided. */
  List<RequestedOutput> decided(ModelTensors tensors) {
    List<RequestedOutput> decided = new ArrayList<>();
    for (RequestedOutput output : outputs) {
      boolean binary = output.binary() == null ? binaryOutput : output.binary();
      decided.add(new RequestedOutput(output.name(), binary));
    }
    if (decided.isEmpty()) {
      tensors
          .outputs()
          .forEach(each -> decided.add(new RequestedOutput(each.name(), binaryOutput)));
    }
    return decided;
  }
}

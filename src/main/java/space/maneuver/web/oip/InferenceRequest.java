package space.maneuver.web.oip;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a request.
 *
 * @param id the caller's mark, returned as it came
 * @param inputs in their order, which is that of their binary data
 * @param outputs in their order; all of the model where there is none
 * @param binaryOutput whether outputs are binary data that do not say so themselves
 */
record InferenceRequest(
    @Nullable String id,
    List<InputTensor> inputs,
    List<RequestedOutput> outputs,
    boolean binaryOutput) {

  /** Each output with its form decided. */
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

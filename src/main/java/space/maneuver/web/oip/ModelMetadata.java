package space.maneuver.web.oip;

import java.util.List;

/**
 * The metadata of a model.
 *
 * @param name of the bundle
 * @param versions in service
 * @param platform format of the network, in the protocol's terms
 * @param inputs input tensors
 * @param outputs output tensors
 */
record ModelMetadata(
    String name,
    List<String> versions,
    String platform,
    List<TensorMetadata> inputs,
    List<TensorMetadata> outputs) {

  private static final String TORCHSCRIPT = "pytorch_torchscript";

  ModelMetadata {
    versions = List.copyOf(versions);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  static ModelMetadata of(String name, List<String> versions, ModelTensors tensors) {
    return new ModelMetadata(name, versions, TORCHSCRIPT, tensors.inputs(), tensors.outputs());
  }
}

package space.maneuver.web.oip;

import java.util.List;

/**
 * What the protocol tells of a model.
 *
 * @param name of the bundle
 * @param versions that can be asked for
 * @param platform form of the network, in the protocol's words
 * @param inputs that it takes
 * @param outputs that it gives
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

package space.maneuver.web.oip;

/**
 * A tensor of a response, FP32 (batch).
 *
 * @param name of the tensor
 * @param values one per window; NaN if the network failed on it; not copied
 * @param binary whether it is returned as binary data
 */
record OutputTensor(String name, float[] values, boolean binary) {

  int bytes() {
    return values.length * Float.BYTES;
  }
}

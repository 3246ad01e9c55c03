package space.maneuver.web.oip;

/**
 * A tensor of an answer, FP32 (batch).
 *
 * @param name of the tensor
 * @param values one per window; NaN where the network failed; not copied
 * @param binary whether as binary data
 */
record OutputTensor(String name, float[] values, boolean binary) {

  int bytes() {
    return values.length * Float.BYTES;
  }
}
